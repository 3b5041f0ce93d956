package org.evenkeel.clinic.egress;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Looks at each request before it leaves and at each answer before it is read.
///
/// Addresses are looked up here and again by the connection; the JDK keeps an answer for half a
/// minute, so that both see the same.
///
/// @param hosts who may be asked
/// @param privateHosts of whom a private address may be taken
record OnlyTo(Set<String> hosts, Set<String> privateHosts) implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        check(request.getURI());
        ClientHttpResponse answer = execution.execute(request, body);
        if (answer.getStatusCode().is3xxRedirection()) {
            answer.close();
            throw new EgressRefused("the server sends us elsewhere, and nobody is followed");
        }
        return new Capped(answer);
    }

    private void check(URI address) throws IOException {
        String host = name(Objects.requireNonNullElse(address.getHost(), ""));
        if (!hosts.contains(host)) {
            throw new EgressRefused("the settings do not name the host '" + host + "'");
        }
        boolean here = true;
        for (InetAddress each : InetAddress.getAllByName(host)) {
            here &= each.isLoopbackAddress();
            if (!privateHosts.contains(host) && !Reach.isPublic(each)) {
                throw new EgressRefused("the host '" + host + "' has a private address, and the"
                        + " settings do not allow it one");
            }
        }
        boolean sealed = "https".equalsIgnoreCase(address.getScheme());
        // What stays on this machine crosses no network.
        if (!sealed && !(here && "http".equalsIgnoreCase(address.getScheme()))) {
            throw new EgressRefused("the host '" + host + "' must be asked over https");
        }
    }

    /// One spelling for one host.
    static String name(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]")
                ? lower.substring(1, lower.length() - 1)
                : lower;
    }
}
