package org.evenkeel.clinic.identity.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/// An outside identity provider, by OpenID Connect.
///
/// @param issuer its address; empty where there is none
/// @param clientId as what it knows this clinic
/// @param clientSecret the secret it shares with this clinic
/// @param hosts those of its tokens and keys, where they are not that of its address
/// @param acr values of its `acr` that say two factors, where its `amr` does not name `mfa`
@ConfigurationProperties("evenkeel.provider")
public record ProviderSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({}) List<String> hosts,
        @DefaultValue({}) List<String> acr) {

    /// Whether there is a provider.
    public boolean isSet() {
        return !issuer.isEmpty();
    }
}
