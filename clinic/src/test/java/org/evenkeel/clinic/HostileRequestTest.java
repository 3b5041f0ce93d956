package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Requests that no browser sends, byte by byte: each is answered by a plain refusal that tells
/// nothing of the program, carries the headers of every other answer, and is never a failure of
/// ours.
@ClinicTest
class HostileRequestTest {
    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

    @Autowired
    Visitors visitors;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00",
                "GET /worklist%00.html",
                "GET /worklist;jsessionid=ABCDEF0123456789",
                "GET /../../etc/passwd",
                "GET /..%2f..%2fetc%2fpasswd",
                "GET /%2e%2e/%2e%2e/etc/passwd",
                "GET /assets/../../application.properties",
                "GET /assets/..%5c..%5capplication.properties",
                "GET /assets/%252e%252e/application.properties",
                "GET //worklist",
                "GET /patients/<script>",
                "GET /patients/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "GET /patients/' or 1=1--",
                "GET /patients/%27%20or%201%3D1--",
                "GET /WEB-INF/web.xml",
                "GET /actuator/env",
                "GET /error",
                "GET /?q=\u0001",
                "GET /worklist?show=%zz",
                "GET /worklist?%",
                "GET /sign-in/lock",
                "HEAD /sign-in/passkey",
                "POST /sign-in/locked",
                "TRACE /",
                "OPTIONS *",
                "OPTIONS /",
                "PUT /worklist",
                "DELETE /patients/00000000-0000-0000-0000-000000000000",
                "PROPFIND /",
                "FOO\tBAR /",
                "GET",
                "\u0016\u0003\u0001\u0002",
                "CONNECT localhost:22"
            })
    void aStrangeAddressIsRefusedInSilence(String start) {
        check(start + END + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Long: LONG\r\n",
                "Cookie: evenkeel=LONG\r\n",
                "Cookie: evenkeel=../../etc/passwd; evenkeel=\"; $Version=1\r\n",
                "Cookie: evenkeel=%00%00\r\n",
                "Host: elsewhere\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
                "Transfer-Encoding: gzip\r\n",
                "Expect: 200-ok\r\n",
                "Range: bytes=0-18446744073709551615\r\n",
                "Accept: \u0000\r\n",
                "Accept: nothing/at;all,*;q=x\r\n",
                "Accept-Language: LONG\r\n",
                "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n",
                " folded: header\r\n",
                ": no name\r\n",
                "no colon\r\n"
            })
    void aStrangeHeaderIsRefusedInSilence(String header) {
        check("GET /" + END + header.replace("LONG", "x".repeat(60_000)) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "application/json",
                "application/xml",
                "text/plain; charset=no-such",
                "nonsense"
            })
    void aStrangeBodyIsRefusedInSilence(String type) {
        String body = "%%%=%zz&a[b]=1&<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;";
        for (String path : new String[] {"/import", "/emergency", "/leave", "/sign-in"}) {
            check("POST " + path + END + "Content-Type: " + type + "\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body);
        }
    }

    private void check(String request) {
        visitors.person(Role.NURSE);
        RawRequest.Answer answer = RawRequest.send(visitors.address(), request);
        String asked = request.substring(0, Math.min(90, request.length())) + " answered "
                + answer.whole().substring(0, Math.min(900, answer.whole().length()));

        // 501 is HTTP's word for a way of sending that is not known here.
        assertThat(answer.status()).as(asked).matches(status -> status < 500 || status == 501);
        assertThat(answer.whole())
                .as(asked)
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("apache")
                .doesNotContainIgnoringCase("exception")
                .doesNotContainIgnoringCase("org.spring")
                .doesNotContain("\tat ")
                .doesNotContain("root:x")
                .doesNotContain("<script>alert");
        // Bytes that are no HTTP are answered by the line that says so, or not at all.
        if (answer.status() > 0 && answer.headers().containsKey("content-type")) {
            SafeHeaders.check(asked, answer.headers());
        }
    }
}
