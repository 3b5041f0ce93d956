package org.evenkeel.clinic.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.util.List;

/// The cookies of a clinic behind a proxy that encrypts and does not say so.
final class SessionCookieTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void theyGoOverEncryptedConnectionsOnlyWherePeopleTypeSuchAnAddress() {
        assertThat(sent("https://clinic.example"))
                .hasSize(2)
                .allSatisfy(
                        cookie -> assertThat(cookie).startsWith("__Host-").contains("; Secure"));
        assertThat(sent("http://localhost:8080"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("evenkeel")
                        .doesNotContain("Secure")
                        .contains("; HttpOnly"));
    }

    @Test
    void oneOfAnotherHostIsNotRead() {
        request.setCookies(new Cookie("evenkeel", "planted"));

        assertThat(cookie("https://clinic.example").read(request)).isEmpty();
        assertThat(cookie("").read(request)).contains("planted");
    }

    private List<String> sent(String address) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookie(address).renew(request, response);
        cookie(address).rememberDevice(request, response);
        return response.getHeaders(HttpHeaders.SET_COOKIE);
    }

    private static SessionCookie cookie(String address) {
        return new SessionCookie(new PublicAddress(address));
    }
}
