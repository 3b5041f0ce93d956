package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.egress.Egress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.authentication.password.HaveIBeenPwnedRestApiPasswordChecker;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// Passwords that stood in a leak, where the settings name whom to ask about them.
///
/// Only the first five characters of a password's SHA-1 leave this machine. Where nobody answers in
/// time a password counts as not leaked: people must be able to choose one.
@Component
class KnownLeaks {
    private final String address;
    private final RestClient client;

    /// @param address where ranges of hashes are asked for, with a slash at its end; empty for
    /// nobody
    KnownLeaks(@Value("${evenkeel.leaks:}") String address, Egress egress) {
        this.address = address;
        List<String> hosts = Stream.ofNullable(URI.create(address).getHost()).toList();
        this.client = egress.client(hosts).baseUrl(address).build();
    }

    /// Whether a password stood in one. It waits for somebody else's server.
    boolean hold(String password) {
        if (address.isEmpty()) {
            return false;
        }
        // One for each question: it has a digest that two threads must not share.
        HaveIBeenPwnedRestApiPasswordChecker checker = new HaveIBeenPwnedRestApiPasswordChecker();
        checker.setRestClient(client);
        return checker.check(password).isCompromised();
    }
}
