package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The cookie that names a browser's session, or a browser that has none yet.
@Component
public class SessionCookie {
    private static final String NAME = "evenkeel";
    private static final String DEVICE = "evenkeel-device";
    private static final String FRESH = SessionCookie.class.getName();
    private static final Duration DEVICE_LIFE = Duration.ofDays(180);

    private final PublicAddress address;

    SessionCookie(PublicAddress address) {
        this.address = address;
    }

    /// The secret of the browser that asks: the one just given to it, or the one it sent.
    public Optional<String> read(HttpServletRequest request) {
        if (request.getAttribute(FRESH) instanceof String fresh) {
            return Optional.of(fresh);
        }
        return find(request, NAME);
    }

    /// Gives the browser a new secret, for this answer and all later requests.
    public String renew(HttpServletRequest request, HttpServletResponse response) {
        String token = choose(request);
        send(request, response, token);
        return token;
    }

    /// A new secret that the browser has yet to be sent.
    String choose(HttpServletRequest request) {
        String token = Secret.token();
        request.setAttribute(FRESH, token);
        return token;
    }

    /// Sends the browser the secret that was chosen for it.
    void send(HttpServletRequest request, HttpServletResponse response) {
        read(request).ifPresent(token -> send(request, response, token));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String token) {
        send(request, response, ResponseCookie.from(name(request, NAME), token));
    }

    /// The secret of the device, which outlives sessions.
    public Optional<String> device(HttpServletRequest request) {
        if (request.getAttribute(FRESH + DEVICE) instanceof String fresh) {
            return Optional.of(fresh);
        }
        return find(request, DEVICE);
    }

    /// Makes this browser a device that will be known again.
    public String rememberDevice(HttpServletRequest request, HttpServletResponse response) {
        String token = device(request).orElseGet(Secret::token);
        request.setAttribute(FRESH + DEVICE, token);
        send(
                request,
                response,
                ResponseCookie.from(name(request, DEVICE), token).maxAge(DEVICE_LIFE));
        return token;
    }

    private Optional<String> find(HttpServletRequest request, String name) {
        String wanted = name(request, name);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(wanted))
                .map(Cookie::getValue)
                .findFirst();
    }

    /// Browsers accept a name that starts with `__Host-` from this very host over TLS only.
    private String name(HttpServletRequest request, String name) {
        return address.isEncrypted(request) ? "__Host-" + name : name;
    }

    private void send(
            HttpServletRequest request,
            HttpServletResponse response,
            ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie.path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(address.isEncrypted(request))
                        .build()
                        .toString());
    }
}
