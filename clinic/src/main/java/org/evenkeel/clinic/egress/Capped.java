package org.evenkeel.clinic.egress;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// An answer that is read to a limit, once.
final class Capped implements ClientHttpResponse {
    /// Descriptions, keys and ranges of hashes are some ten kilobytes.
    static final int MOST_BYTES = 1024 * 1024;

    private final ClientHttpResponse answer;
    private Optional<InputStream> body = Optional.empty();

    /// @param answer as it came
    Capped(ClientHttpResponse answer) {
        this.answer = answer;
    }

    @Override
    public InputStream getBody() throws IOException {
        if (body.isEmpty()) {
            byte[] bytes = answer.getBody().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new EgressRefused("the answer is longer than " + MOST_BYTES + " bytes");
            }
            body = Optional.of(new ByteArrayInputStream(bytes));
        }
        return body.get();
    }

    @Override
    public HttpHeaders getHeaders() {
        return answer.getHeaders();
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return answer.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return answer.getStatusText();
    }

    @Override
    public void close() {
        answer.close();
    }
}
