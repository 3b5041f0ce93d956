package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.egress.EgressRefused;
import org.evenkeel.clinic.identity.internal.Ceremonies.Ceremony;
import org.evenkeel.clinic.identity.internal.Ceremonies.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Asks an outside provider who somebody is: the authorization code flow with PKCE and a nonce. The
/// three secrets of one try are a ceremony; the provider's word is checked by Spring Security.
@Component
public class Provider {
    /// Where the provider sends people back to.
    public static final String BACK = "/sign-in/provider/back";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private final ProviderSettings settings;
    private final Ceremonies ceremonies;
    private final PublicAddress address;
    private final ProviderCalls calls;
    private final OidcAuthorizationCodeAuthenticationProvider checks;
    private volatile Optional<ClientRegistration> registration = Optional.empty();

    Provider(
            ProviderSettings settings,
            Ceremonies ceremonies,
            PublicAddress address,
            ProviderCalls calls) {
        this.settings = settings;
        this.ceremonies = ceremonies;
        this.address = address;
        this.calls = calls;
        this.checks = new OidcAuthorizationCodeAuthenticationProvider(
                calls.tokens(), request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        checks.setJwtDecoderFactory(calls::decoder);
    }

    /// Somebody, as the provider knows them.
    ///
    /// @param issuer which provider
    /// @param subject its own name for them, never an address or a name of theirs
    public record Identity(String issuer, String subject) {}

    /// What one try has to remember.
    private record Try(String state, String nonce, String verifier) {
        static Try fresh() {
            return new Try(Secret.token(), Secret.token(), Secret.token());
        }

        static Try of(byte[] value) {
            String[] parts = new String(value, StandardCharsets.US_ASCII).split(" ");
            return new Try(parts[0], parts[1], parts[2]);
        }

        byte[] value() {
            return (state + " " + nonce + " " + verifier).getBytes(StandardCharsets.US_ASCII);
        }
    }

    /// Whether there is a provider.
    public boolean isSet() {
        return settings.isSet();
    }

    /// Where to send the browser; nothing where the provider does not answer.
    public Optional<String> ask(HttpServletRequest request) {
        try {
            Try fresh = Try.fresh();
            String to = asked(fresh, registration(request)).getAuthorizationRequestUri();
            ceremonies.remember(Kind.PROVIDER, fresh.value(), request);
            return Optional.of(to);
        } catch (IllegalArgumentException | IllegalStateException | RestClientException away) {
            LOG.warn("the provider does not answer: {}", why(away));
            return Optional.empty();
        }
    }

    /// Whom the provider sent back; nothing where its word does not hold or names one factor only.
    public Optional<Identity> answered(
            Optional<String> code, Optional<String> state, HttpServletRequest request) {
        return ceremonies
                .find(Kind.PROVIDER, request)
                .filter(ceremonies::finish)
                .map(Ceremony::value)
                .map(Try::of)
                .filter(_ -> code.isPresent() && state.isPresent())
                .flatMap(each -> check(each, code.orElseThrow(), state.orElseThrow(), request));
    }

    private Optional<Identity> check(
            Try asked, String code, String state, HttpServletRequest request) {
        try {
            ClientRegistration client = registration(request);
            OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                    .redirectUri(address.origin(request) + BACK)
                    .state(state)
                    .build();
            var word = (OAuth2LoginAuthenticationToken)
                    checks.authenticate(new OAuth2LoginAuthenticationToken(
                            client,
                            new OAuth2AuthorizationExchange(asked(asked, client), response)));
            return word != null && word.getPrincipal() instanceof OidcUser user
                    ? identity(user.getIdToken())
                    : Optional.empty();
        } catch (AuthenticationException
                | IllegalArgumentException
                | IllegalStateException
                | RestClientException wrong) {
            LOG.warn("the provider's word does not hold: {}", why(wrong));
            return Optional.empty();
        }
    }

    /// What was not asked for its address is said: whoever keeps the settings needs to know.
    private static String why(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof EgressRefused refused
                ? String.valueOf(refused.getMessage())
                : failure.getClass().getSimpleName();
    }

    private Optional<Identity> identity(OidcIdToken token) {
        List<String> methods = token.getAuthenticationMethods();
        String context = token.getAuthenticationContextClass();
        boolean two = methods != null && methods.contains("mfa")
                || context != null && settings.acr().contains(context);
        URL issuer = token.getIssuer();
        String subject = token.getSubject();
        if (!two || issuer == null || subject == null) {
            LOG.warn("the provider does not say that it asked for two factors");
            return Optional.empty();
        }
        return Optional.of(new Identity(issuer.toString(), subject));
    }

    private static OAuth2AuthorizationRequest asked(Try each, ClientRegistration client) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .redirectUri(client.getRedirectUri())
                .scopes(client.getScopes())
                .state(each.state())
                .attributes(attributes -> attributes.putAll(Map.of(
                        OidcParameterNames.NONCE,
                        each.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        each.verifier())))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        hashed(each.nonce()),
                        PkceParameterNames.CODE_CHALLENGE,
                        hashed(each.verifier()),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    /// The provider's own description of itself, fetched when it is first needed.
    private ClientRegistration registration(HttpServletRequest request) {
        ClientRegistration known = registration.orElseGet(() -> calls.description()
                .registrationId("provider")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid")
                .redirectUri(address.origin(request) + BACK)
                .build());
        registration = Optional.of(known);
        return known;
    }

    private static String hashed(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash(text));
    }
}
