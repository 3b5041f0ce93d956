package org.evenkeel.clinic;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/// A small OpenID provider on this machine that says what a test wants it to say.
final class LoopbackProvider {
    private static final LoopbackProvider RUNNING = new LoopbackProvider();

    private final HttpServer server;
    private final RSAKey key;
    private volatile JWTClaimsSet says = new JWTClaimsSet.Builder().build();

    private LoopbackProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        answer("/.well-known/openid-configuration", this::description);
        answer("/keys", () -> new JWKSet(key.toPublicJWK()).toString());
        answer("/token", this::token);
        server.start();
    }

    static String issuer() {
        return "http://localhost:" + RUNNING.server.getAddress().getPort();
    }

    /// What it says of whoever comes next.
    static void say(String subject, String nonce, List<String> methods) {
        RUNNING.says = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("evenkeel")
                .subject(subject)
                .claim("nonce", nonce)
                .claim("amr", methods)
                .issueTime(Date.from(TestClock.NOW))
                .expirationTime(Date.from(TestClock.NOW.plusSeconds(60)))
                .build();
    }

    private String description() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "subject_types_supported": ["public"],
                 "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer());
    }

    private String token() {
        try {
            SignedJWT word = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), says);
            word.sign(new RSASSASigner(key));
            return """
                    {"access_token": "none", "token_type": "Bearer", "expires_in": 60,
                     "id_token": "%s"}
                    """.formatted(word.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(String path, Supplier<String> text) {
        server.createContext(path, exchange -> send(exchange, text.get()));
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
