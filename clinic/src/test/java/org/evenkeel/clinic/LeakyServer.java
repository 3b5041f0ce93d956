package org.evenkeel.clinic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.evenkeel.clinic.database.DatabaseLogin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/// A page as it must never be written, for scanners to prove on it that they see: what it is asked
/// for goes into SQL and into the page as it stands. It also answers where a scanner asks whether
/// somebody called out.
final class LeakyServer implements AutoCloseable {
    static final String PAGE = "/names?name=sol";
    static final String CALLS = "/calls/";

    private final HttpServer server;
    private final List<String> calls = new ArrayList<>();

    LeakyServer() {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, "<a href=\"" + PAGE + "\">go</a>"));
        server.createContext("/names", this::names);
        server.createContext(CALLS, this::call);
        server.start();
    }

    /// Not by name, so that a scanner takes it for another host than the clinic.
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String address() {
        return "http://" + host();
    }

    /// Who called though only the scanner should ask.
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private void names(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String name = query == null
                ? ""
                : URLDecoder.decode(query.replaceFirst("^name=", ""), StandardCharsets.UTF_8);
        answer(exchange, "<p>Looked for " + name + "</p><p>" + found(name) + "</p>");
    }

    private static String found(String name) {
        DatabaseLogin login = TestDatabase.logins().owner();
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select name from (values ('sol'), ('mar')) as people (name)"
                                + " where name = '" + name + "'")) {
            StringBuilder found = new StringBuilder();
            while (rows.next()) {
                found.append(rows.getString(1)).append("<br>");
            }
            return found.toString();
        } catch (SQLException e) {
            return e.toString();
        }
    }

    private void call(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        synchronized (this) {
            if (!path.startsWith(CALLS + "get_") && !path.equals(CALLS)) {
                calls.add(path);
            }
        }
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        answer(exchange, "{}");
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("text/html"));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
