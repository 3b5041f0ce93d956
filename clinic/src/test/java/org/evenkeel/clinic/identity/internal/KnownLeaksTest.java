package org.evenkeel.clinic.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.evenkeel.clinic.egress.Egress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Questions about leaked passwords, to a server of this machine.
final class KnownLeaksTest {
    private static final String PASSWORD = "correct horse battery staple";
    /// SHA-1 of it is `ABF7AAD6438836DBE526AA231ABDE2D0EEF74D42`.
    private static final String START = "ABF7A";

    private static final String REST = "AD6438836DBE526AA231ABDE2D0EEF74D42";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().toString());
                byte[] body = ("0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n" + REST + ":210\r\n")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Location", "/elsewhere/" + START);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aLeakedPasswordIsKnownByTheStartOfItsHash() {
        KnownLeaks leaks = leaks(address());

        assertThat(leaks.hold(PASSWORD)).isTrue();
        assertThat(asked).containsExactly("/range/" + START);
        assertThat(leaks.hold(PASSWORD + " of mine")).isFalse();
    }

    @Test
    void nobodyIsAskedWithoutAnAddress() {
        assertThat(leaks("").hold(PASSWORD)).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void whereNobodyAnswersAPasswordMayBeChosen() {
        status = 503;
        assertThat(leaks(address()).hold(PASSWORD)).isFalse();
        String gone = address();
        server.stop(0);
        assertThat(leaks(gone).hold(PASSWORD)).isFalse();
    }

    @Test
    void nobodyIsSentElsewhere() {
        status = 302;
        leaks(address()).hold(PASSWORD);
        assertThat(asked).containsExactly("/range/" + START);
    }

    @Test
    void aServerOfThisMachineIsAskedOnlyWhereTheSettingsNameIt() {
        assertThat(new KnownLeaks(address(), new Egress(Set.of())).hold(PASSWORD))
                .isFalse();
        assertThat(asked).isEmpty();
    }

    private static KnownLeaks leaks(String address) {
        return new KnownLeaks(address, new Egress(Set.of("127.0.0.1")));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/range/";
    }
}
