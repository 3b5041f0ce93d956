package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What every answer carries.
final class SafeHeaders {
    private static final Set<String> MANY = Set.of("set-cookie", "vary");

    private SafeHeaders() {}

    static void check(String asked, HttpResponse<?> answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (!MANY.contains(name)) {
                assertThat(values).as(asked + ": " + name + " once").hasSize(1);
            }
            headers.put(name, values.getFirst());
        });
        check(asked, headers);
    }

    /// @param asked method and path; files of our own may be kept by a browser that asks again
    /// @param headers by their names in lower case
    static void check(String asked, Map<String, String> headers) {
        assertThat(headers)
                .as(asked)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cross-origin-opener-policy", "same-origin")
                .containsEntry("cross-origin-resource-policy", "same-origin")
                .containsKeys("content-security-policy", "permissions-policy", "cache-control")
                .doesNotContainKeys("server", "x-powered-by");
        assertThat(headers.get("content-security-policy"))
                .as(asked)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*");
        assertThat(headers.get("permissions-policy"))
                .as(asked)
                .contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(headers.get("cache-control"))
                .as(asked)
                .isIn("no-store", asked.contains(" /assets/") ? "no-cache" : "no-store");
    }
}
