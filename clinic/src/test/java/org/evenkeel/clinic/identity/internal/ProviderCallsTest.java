package org.evenkeel.clinic.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.evenkeel.clinic.egress.Egress;
import org.evenkeel.clinic.egress.EgressRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClientException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A provider that would have the clinic ask elsewhere.
final class ProviderCallsTest {
    private static final String METADATA = "http://169.254.169.254/latest";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String says = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().getPath());
                byte[] body = says.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        says = description(issuer(), issuer());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whoSendsUsElsewhereIsNotFollowed() {
        status = 302;
        assertThatThrownBy(() -> calls().description())
                .isInstanceOf(RestClientException.class)
                .hasRootCauseInstanceOf(EgressRefused.class);
        assertThat(asked).containsExactly("/.well-known/openid-configuration");
    }

    @Test
    void whoDescribesSomebodyElseIsNotTaken() {
        says = description("https://other.example", issuer());
        assertThatThrownBy(() -> calls().description())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("describes another");
        says = "{\"issuer\": \"" + issuer() + "\"}";
        assertThatThrownBy(() -> calls().description())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void keysAndTokensAreFetchedFromNamedHostsOnly() {
        says = description(issuer(), METADATA);
        ClientRegistration client = registration(calls());

        String word = encoded("{\"alg\":\"RS256\"}") + "." + encoded("{}") + "." + encoded("x");
        assertThatThrownBy(() -> calls().decoder(client).decode(word))
                .isInstanceOf(JwtException.class)
                .hasRootCauseInstanceOf(EgressRefused.class);
        assertThatThrownBy(() -> calls().tokens().getTokenResponse(code(client)))
                .isInstanceOf(OAuth2AuthorizationException.class)
                .hasRootCauseInstanceOf(EgressRefused.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aHostThatIsNamedIsAskedAndItsErrorIsUnderstood() {
        ClientRegistration client = registration(calls());
        status = 400;
        says = "{\"error\": \"invalid_grant\"}";
        assertThatThrownBy(() -> calls().tokens().getTokenResponse(code(client)))
                .isInstanceOfSatisfying(
                        OAuth2AuthorizationException.class,
                        wrong -> assertThat(wrong.getError().getErrorCode())
                                .isEqualTo("invalid_grant"));
        assertThat(asked).contains("/token");
    }

    private ProviderCalls calls() {
        return new ProviderCalls(
                new ProviderSettings(issuer(), "us", "secret", List.of(), List.of()),
                new Egress(Set.of("localhost")),
                () -> Instant.EPOCH);
    }

    private static ClientRegistration registration(ProviderCalls calls) {
        return calls.description()
                .registrationId("provider")
                .clientId("us")
                .clientSecret("secret")
                .redirectUri("http://localhost/back")
                .build();
    }

    private static OAuth2AuthorizationCodeGrantRequest code(ClientRegistration client) {
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .clientId("us")
                .authorizationUri("http://localhost/authorize")
                .redirectUri("http://localhost/back")
                .state("state")
                .build();
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success("code")
                .redirectUri("http://localhost/back")
                .state("state")
                .build();
        return new OAuth2AuthorizationCodeGrantRequest(
                client, new OAuth2AuthorizationExchange(request, response));
    }

    private static String description(String issuer, String others) {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%2$s/token", "jwks_uri": "%2$s/keys",
                 "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer, others);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
