package org.evenkeel.clinic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands between browsers and the clinic and writes down what passes. It shares no code with the
/// clinic, so that what it says about requests is not what the clinic says about itself.
final class RecordingProxy implements AutoCloseable {
    private static final Pattern SESSION = Pattern.compile("(?:^|; ?)evenkeel=([^;]+)");
    private static final List<String> CARRIED =
            List.of("Cookie", "Content-Type", "Accept", "X-CSRF-TOKEN");

    /// What passed.
    ///
    /// @param number its place, from 1
    /// @param session the session's secret that the browser sent; empty without one
    /// @param body what was sent
    /// @param location where the answer sends to; empty where nowhere
    /// @param given the session's secret that the answer gives; empty where none
    record Seen(
            int number,
            String method,
            String path,
            String session,
            String body,
            int status,
            String location,
            String given) {
        @Override
        public String toString() {
            return "request " + number + ": " + method + " " + path + " -> " + status + " "
                    + location;
        }
    }

    /// What becomes of things on their way; by itself nothing.
    interface Passing {
        /// What a browser sends, before it is sent on.
        default String sent(String session, String body) {
            return body;
        }

        /// A page, before the browser gets it.
        default String shown(String page) {
            return page;
        }

        /// Whether a path is answered here: nothing is there.
        default boolean isShut(String path) {
            return false;
        }
    }

    private final String clinic;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Seen> seen = new ArrayList<>();
    private final Passing passing;

    RecordingProxy(String clinic) {
        this(clinic, new Passing() {});
    }

    RecordingProxy(String clinic, Passing passing) {
        this.clinic = clinic;
        this.passing = passing;
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (passing.isShut(exchange.getRequestURI().getPath())) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (body.length > 0) {
                String session =
                        session(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
                body = passing.sent(session, new String(body, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
            }
            HttpResponse<byte[]> answer = ask(exchange, body);
            note(exchange, body, answer);
            answer.headers().map().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("transfer-encoding")
                        && !name.equalsIgnoreCase("content-length")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] shown = shown(answer);
            exchange.sendResponseHeaders(
                    answer.statusCode(), shown.length == 0 ? -1 : shown.length);
            if (shown.length > 0) {
                exchange.getResponseBody().write(shown);
            }
        }
    }

    private byte[] shown(HttpResponse<byte[]> answer) {
        boolean page = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
        return page
                ? passing.shown(new String(answer.body(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)
                : answer.body();
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(clinic + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : CARRIED) {
            exchange.getRequestHeaders()
                    .getOrDefault(name, List.of())
                    .forEach(value -> request.header(name, value));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private synchronized void note(
            HttpExchange exchange, byte[] body, HttpResponse<byte[]> answer) {
        seen.add(new Seen(
                seen.size() + 1,
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                session(exchange.getRequestHeaders().getOrDefault("Cookie", List.of())),
                new String(body, StandardCharsets.UTF_8),
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse(""),
                session(answer.headers().allValues("Set-Cookie"))));
    }

    private static String session(List<String> cookies) {
        String found = "";
        for (String cookie : cookies) {
            Matcher matcher = SESSION.matcher(cookie);
            if (matcher.find()) {
                found = matcher.group(1);
            }
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
