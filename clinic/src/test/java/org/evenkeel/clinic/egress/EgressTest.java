package org.evenkeel.clinic.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClientException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Questions to servers of others, with servers of this machine.
final class EgressTest {
    private static final String HERE = "127.0.0.1";
    private static final Duration SOON = Duration.ofMillis(300);

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static HttpServer server;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                ASKED.add(path);
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                byte[] body = new byte[path.equals("/long") ? Capped.MOST_BYTES + 1 : 2];
                exchange.sendResponseHeaders(path.equals("/away") ? 302 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aNamedHostIsAskedByBothKinds() {
        Egress egress = new Egress(Set.of(HERE));
        assertThat(ask(egress, address("/word"))).hasSize(2);
        assertThat(egress.operations(Set.of(HERE)).getForObject(address("/word"), byte[].class))
                .hasSize(2);
        refused(
                () -> egress.operations(Set.of()).getForObject(address("/no"), byte[].class),
                "do not name the host");
        assertThat(ASKED).contains("/word").doesNotContain("/no");
    }

    @Test
    void nobodyIsFollowedAndNoAnswerIsEndless() {
        Egress egress = new Egress(Set.of(HERE));
        refused(() -> ask(egress, address("/away")), "sends us elsewhere");
        refused(() -> ask(egress, address("/long")), "longer than");
        assertThat(ASKED).contains("/away", "/long").doesNotContain("/elsewhere");
    }

    @Test
    void whoNeverAnswersIsGivenUp() throws IOException {
        Egress egress = new Egress(Set.of(HERE), SOON);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> ask(egress, "http://" + HERE + ":" + silent.getLocalPort() + "/"))
                    .isInstanceOf(RestClientException.class);
        }
    }

    @Test
    void onlyThisMachineIsAskedInTheClear() {
        refused(() -> ask(new Egress(Set.of("192.0.2.1")), "http://192.0.2.1/"), "over https");
        refused(() -> ask(new Egress(Set.of()), "http://192.0.2.1/"), "over https");
        refused(() -> ask(new Egress(Set.of(HERE)), "ftp://" + HERE + "/"), "over https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "LOCALHOST",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[::ffff:a00:1]",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::]",
                "[fe80::1]",
                "[fd00::7]"
            })
    void noPrivateAddressIsReachedUnnamed(String host) {
        refused(() -> ask(new Egress(Set.of()), "https://" + host + "/"), "private address");
    }

    @Test
    void addressesOfThePublicAreReached() {
        for (String address : List.of("8.8.8.8", "172.32.0.1", "2606:4700::1", "100.128.0.1")) {
            assertThat(Reach.isPublic(InetAddress.ofLiteral(address)))
                    .as(address)
                    .isTrue();
        }
    }

    private static byte[] ask(Egress egress, String address) {
        String host = URI.create(address).getHost();
        byte[] body = egress.client(Set.of(host))
                .build()
                .get()
                .uri(address, Map.of())
                .retrieve()
                .body(byte[].class);
        return body == null ? new byte[0] : body;
    }

    private static void refused(Runnable asks, String why) {
        assertThatThrownBy(asks::run)
                .isInstanceOf(RestClientException.class)
                .rootCause()
                .isInstanceOf(EgressRefused.class)
                .hasMessageContaining(why);
    }

    private static String address(String path) {
        return "http://" + HERE + ":" + server.getAddress().getPort() + path;
    }
}
