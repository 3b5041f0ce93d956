package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.egress.Egress;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the clinic asks an outside provider itself: its description, a token, its keys. Each goes
/// by [Egress], to hosts that the settings name.
@Component
class ProviderCalls {
    private static final String DESCRIPTION = "/.well-known/openid-configuration";

    private final ProviderSettings settings;
    private final Egress egress;
    private final Clock clock;

    ProviderCalls(ProviderSettings settings, Egress egress, InstantSource clock) {
        this.settings = settings;
        this.egress = egress;
        this.clock = clock.withZone(ZoneOffset.UTC);
    }

    /// The provider's own description of itself.
    ///
    /// @throws IllegalStateException where it describes somebody else or cannot be read
    /// @throws org.springframework.web.client.RestClientException where it does not answer
    ClientRegistration.Builder description() {
        Map<String, Object> says = egress.client(hosts())
                .build()
                .get()
                .uri(URI.create(settings.issuer().replaceFirst("/+$", "") + DESCRIPTION))
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (says == null || !settings.issuer().equals(says.get("issuer"))) {
            throw new IllegalStateException("the provider describes another than was asked for");
        }
        return registration(says);
    }

    private static ClientRegistration.Builder registration(Map<String, Object> says) {
        try {
            return ClientRegistrations.fromOidcConfiguration(says);
        } catch (RuntimeException wrong) {
            // Spring Security says it by a bare one.
            throw new IllegalStateException("the provider's description cannot be read", wrong);
        }
    }

    /// Who gives a token for a code.
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        RestClientAuthorizationCodeTokenResponseClient client =
                new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(egress.client(hosts())
                .configureMessageConverters(converters -> converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /// Spring Security's own checks of a token, by the provider's keys and the clinic's clock.
    JwtDecoder decoder(ClientRegistration client) {
        String keys = Objects.requireNonNullElse(client.getProviderDetails().getJwkSetUri(), "");
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(egress.operations(hosts()))
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        OidcIdTokenValidator claims = new OidcIdTokenValidator(client);
        claims.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /// The host of the provider's address, and those it needs beside.
    private Set<String> hosts() {
        String own = URI.create(settings.issuer()).getHost();
        return Stream.concat(Stream.ofNullable(own), settings.hosts().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
