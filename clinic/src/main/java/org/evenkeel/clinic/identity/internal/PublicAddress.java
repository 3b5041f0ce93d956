package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.net.URI;

/// The address under which people reach this clinic. Where none is set it is this machine's own,
/// whatever the port; a request that names another host is not believed.
@Component
public class PublicAddress {
    private final String configured;

    PublicAddress(@Value("${evenkeel.address:}") String configured) {
        this.configured = configured.replaceAll("/+$", "");
    }

    /// Scheme, host and port.
    public String origin(HttpServletRequest request) {
        return configured.isEmpty() ? "http://localhost:" + request.getServerPort() : configured;
    }

    /// Whether the browser reaches this clinic over an encrypted connection, also where a proxy
    /// does not say so.
    boolean isEncrypted(HttpServletRequest request) {
        return request.isSecure() || configured.startsWith("https://");
    }

    /// The host that passkeys are bound to.
    public String host() {
        return configured.isEmpty() ? "localhost" : URI.create(configured).getHost();
    }
}
