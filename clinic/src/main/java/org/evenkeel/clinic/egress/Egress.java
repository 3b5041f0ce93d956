package org.evenkeel.clinic.egress;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The one way to ask servers of others. What it will not do ends as a failed request.
@Component
public final class Egress {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Set<String> privateHosts;
    private final ClientHttpRequestFactory requests;

    /// @param privateHosts hosts that may have an address of a private network or of this machine
    @Autowired
    public Egress(@Value("${evenkeel.egress.private-hosts:}") Collection<String> privateHosts) {
        this(privateHosts, ANSWER);
    }

    Egress(Collection<String> privateHosts, Duration patience) {
        this.privateHosts = names(privateHosts);
        JdkClientHttpRequestFactory factory =
                new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
        factory.setReadTimeout(patience);
        this.requests = factory;
    }

    /// A client that asks these hosts only.
    public RestClient.Builder client(Collection<String> hosts) {
        return RestClient.builder().requestFactory(to(hosts));
    }

    /// The same, for libraries that know the older kind only.
    public RestOperations operations(Collection<String> hosts) {
        return new RestTemplate(to(hosts));
    }

    private ClientHttpRequestFactory to(Collection<String> hosts) {
        return new InterceptingClientHttpRequestFactory(
                requests, List.of(new OnlyTo(names(hosts), privateHosts)));
    }

    private static Set<String> names(Collection<String> hosts) {
        return hosts.stream().map(OnlyTo::name).collect(Collectors.toUnmodifiableSet());
    }
}
