package org.evenkeel.clinic.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.MachineDoor;
import org.evenkeel.clinic.access.MachineDoor.Entry;
import org.evenkeel.clinic.access.MachineRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;
import java.util.Optional;

/// Where a request carries a program's token, only the token says who asks: there is no session,
/// and one that brings a cookie as well is refused, so that neither can lend the other its rights.
final class MachineWall extends OncePerRequestFilter {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    /// Seconds after which a program that was too fast may try again.
    private static final int PAUSE = 10;

    private final MachineDoor door;
    private final FailureAnswer errorPages;

    MachineWall(MachineDoor door, HandlerExceptionResolver errorPages) {
        this.door = door;
        this.errorPages = new FailureAnswer(errorPages);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = MachineDoor.token(request);
        if (token.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            enter(token.get(), request, response);
        } catch (MachineRefused refused) {
            errorPages.answer(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private void enter(String token, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader(HttpHeaders.COOKIE) != null) {
            throw new MachineRefused(
                    BAD_REQUEST, "A request carries a token or a cookie, not both.");
        }
        switch (door.enter(token, request.getRemoteAddr())) {
            case Entry.In in -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(in.someone());
                SecurityContextHolder.setContext(context);
            }
            case Entry.Unknown() -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"evenkeel\"");
                throw new MachineRefused(
                        UNAUTHORIZED, "This token is not known here, has expired or was revoked.");
            }
            case Entry.TooMany() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(PAUSE));
                throw new MachineRefused(
                        TOO_MANY, "Too many requests; try again in " + PAUSE + " seconds.");
            }
        }
    }

    /// Whether no cookie rode along, so that no page of others could have sent this for somebody.
    static boolean isProgram(HttpServletRequest request) {
        return MachineDoor.token(request).isPresent()
                && request.getHeader(HttpHeaders.COOKIE) == null;
    }
}
