package org.evenkeel.clinic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person at a browser, as far as HTTP goes: keeps cookies, reads forms, does not follow
/// redirects by itself.
final class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final Map<String, String> headers;

    Visitor(String address) {
        this(address, Map.of());
    }

    /// One that sends these headers with every request.
    private Visitor(String address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /// A program that proves itself by a token.
    static Visitor program(String address, String token) {
        return new Visitor(address, Map.of("Authorization", "Bearer " + token));
    }

    /// The same browser, which sends a header more; cookies are its own.
    Visitor with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Visitor(address, all);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    HttpResponse<String> head(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).HEAD());
    }

    /// Sends a form as it stands: nothing is added.
    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sends a form with files.
    HttpResponse<String> upload(String path, FormWithFiles form) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", FormWithFiles.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes())));
    }

    /// The hidden fields of the first form of a page that sends to a path.
    static Map<String, String> hidden(HttpResponse<String> page, String action) {
        String html = page.body();
        String sends = "action=\"" + action + "\"";
        int posts = html.indexOf("method=\"post\" " + sends);
        int form = posts < 0 ? html.indexOf(sends) : posts;
        if (form < 0) {
            throw new IllegalStateException("no form sends to " + action);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher found = HIDDEN.matcher(html.substring(form, html.indexOf("</form>", form)));
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }

    /// What a cookie holds.
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            return client.send(
                    request.timeout(Duration.ofSeconds(40)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
