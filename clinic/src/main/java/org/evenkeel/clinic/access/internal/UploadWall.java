package org.evenkeel.clinic.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;

/// Guards forms that carry files, whose body is read to find the form's token.
///
/// Nothing is read for someone who has not signed in. A body over the limit is told by the server
/// while the token is looked for, before any page could answer; the answer in words comes from
/// here.
final class UploadWall extends OncePerRequestFilter {
    private final FailureAnswer errorPages;

    UploadWall(HandlerExceptionResolver errorPages) {
        this.errorPages = new FailureAnswer(errorPages);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!carriesFiles(request)) {
            chain.doFilter(request, response);
        } else if (isSignedIn()) {
            try {
                chain.doFilter(request, response);
            } catch (IllegalStateException refused) {
                tell(request, response, refused);
            }
        } else {
            response.sendRedirect("/");
        }
    }

    private void tell(
            HttpServletRequest request, HttpServletResponse response, IllegalStateException refused)
            throws ServletException, IOException {
        try {
            request.getParts();
        } catch (IllegalStateException tooLarge) {
            errorPages.answer(request, response, new MaxUploadSizeExceededException(-1, tooLarge));
            return;
        }
        throw refused;
    }

    private static boolean isSignedIn() {
        Authentication someone = SecurityContextHolder.getContext().getAuthentication();
        return someone != null && someone.getPrincipal() instanceof Person;
    }

    private static boolean carriesFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }
}
