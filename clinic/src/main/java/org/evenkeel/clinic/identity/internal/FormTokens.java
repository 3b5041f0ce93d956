package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

import java.util.Base64;

/// A form's token is derived from the secret in the browser's cookie: it is bound to the session,
/// ends with it, and needs no store. Nobody else can compute it, because nobody else has the
/// cookie.
@Component
class FormTokens implements CsrfTokenRepository {
    private final SessionCookie cookie;

    FormTokens(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(cookie.choose(request));
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null) {
            cookie.send(request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return cookie.read(request).map(FormTokens::token).orElse(null);
    }

    private static CsrfToken token(String secret) {
        byte[] hash = Secret.hash("form " + secret);
        return new DefaultCsrfToken(
                "X-CSRF-TOKEN",
                "_csrf",
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }
}
