package org.evenkeel.clinic.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import java.util.Optional;

/// Lets programs in by the token they send with each request. The module that keeps the tokens
/// answers.
public interface MachineDoor {
    /// What came of a token.
    sealed interface Entry {
        /// It is good, for this request.
        record In(SignedIn someone) implements Entry {}

        /// It is unknown, wrong, expired or revoked; which of these is told to nobody.
        record Unknown() implements Entry {}

        /// Too many requests.
        record TooMany() implements Entry {}
    }

    /// Asks who sent a token.
    ///
    /// @param source address the request came from
    Entry enter(String token, String source);

    /// The token a request carries; empty where it is no program's. A request that carries one is
    /// answered in JSON throughout.
    static Optional<String> token(HttpServletRequest request) {
        String scheme = "Bearer ";
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(sent -> sent.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(sent -> sent.substring(scheme.length()).strip());
    }
}
