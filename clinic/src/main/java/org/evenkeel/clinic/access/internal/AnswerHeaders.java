package org.evenkeel.clinic.access.internal;

import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Map;

/// Gives every answer the headers that keep browsers from doing harm, before anything else is
/// asked: pages, files, redirects, failures. What the server refuses by itself, such as an address
/// that is none, is answered by one sentence that tells nothing of the program.
final class AnswerHeaders extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerHeaders.class);
    private static final int FIRST_ERROR = 400;

    /// Scripts and styles come from our own files only; nothing is inline. Files of our own say
    /// themselves how long they may be kept; nothing else may be.
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Cache-Control",
            "no-store");

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ALWAYS.forEach(response::setHeader);
        super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < FIRST_ERROR
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            ALWAYS.forEach(response::setHeader);
            response.setContentType("text/plain;charset=UTF-8");
            response.getReporter().write("This request cannot be answered.\n");
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("nobody waits for status {}", response.getStatus());
        }
    }
}
