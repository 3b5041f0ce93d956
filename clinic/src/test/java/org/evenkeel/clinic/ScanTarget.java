package org.evenkeel.clinic;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A request that sqlmap may change wherever a star stands.
///
/// @param headers each as it is sent
/// @param body what is sent; empty for a look
record ScanTarget(String method, String path, List<String> headers, String body) {
    static final String STAR = "*";
    private static final String RULE = "=".repeat(54);

    /// A form's fields or an address's query, with a star behind each value but the form's token.
    static String starred(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())
                        + (field.getKey().equals("_csrf") ? "" : STAR))
                .collect(Collectors.joining("&"));
    }

    /// How many places of it are to be tested.
    long stars() {
        return (path + headers + body).chars().filter(each -> each == '*').count();
    }

    /// The request as proxies log it, which is one of the forms in which sqlmap takes many at once.
    ///
    /// @param host where it goes, with the port
    String logged(String host) {
        return RULE + "\n" + method + " " + path + " HTTP/1.1\nHost: " + host + "\n"
                + headers.stream().map(header -> header + "\n").collect(Collectors.joining())
                + (body.isEmpty() ? "" : "\n" + body + "\n") + RULE + "\n";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.isEmpty() ? "1" : text, StandardCharsets.UTF_8);
    }
}
