package org.evenkeel.clinic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Bytes sent to the clinic as they stand, for what no HTTP client would send.
final class RawRequest {
    private static final int PATIENCE_MS = 10_000;

    private RawRequest() {}

    /// What came back.
    ///
    /// @param status 0 where the connection was closed without a word
    record Answer(int status, Map<String, String> headers, String whole) {}

    static Answer send(String address, String request) {
        URI clinic = URI.create(address);
        try (Socket socket = new Socket(clinic.getHost(), clinic.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return read(new String(
                    socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(String whole) {
        Map<String, String> headers = new TreeMap<>();
        int end = whole.indexOf("\r\n\r\n");
        whole.substring(0, Math.max(0, end))
                .lines()
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .forEach(each -> headers.put(each[0].toLowerCase(Locale.ROOT), each[1]));
        return new Answer(
                whole.startsWith("HTTP/1.1 ") ? Integer.parseInt(whole.substring(9, 12)) : 0,
                headers,
                whole);
    }
}
