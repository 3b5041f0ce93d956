package org.evenkeel.clinic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The body of a form with files, as browsers send it.
final class FormWithFiles {
    private static final String BOUNDARY = "------------------------evenkeel-test";
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// A form with the given fields.
    static FormWithFiles of(Map<String, String> fields) {
        FormWithFiles form = new FormWithFiles();
        fields.forEach((name, value) -> form.part("name=\"" + name + "\"", text(value)));
        return form;
    }

    FormWithFiles file(String field, String name, byte[] bytes) {
        part("name=\"" + field + "\"; filename=\"" + name + "\"", bytes);
        return this;
    }

    FormWithFiles file(String field, String name, String content) {
        return file(field, name, text(content));
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(text("--" + BOUNDARY + "--\r\n"));
        return whole.toByteArray();
    }

    private void part(String disposition, byte[] bytes) {
        out.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\n\r\n"));
        out.writeBytes(bytes);
        out.writeBytes(text("\r\n"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
