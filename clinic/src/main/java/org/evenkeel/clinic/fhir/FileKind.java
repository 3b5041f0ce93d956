package org.evenkeel.clinic.fhir;

import org.evenkeel.exchange.Problem;
import org.evenkeel.exchange.Source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// What a file can be sent as. A look at its first bytes tells what people most often send instead,
/// in words that help more than a parser's.
public enum FileKind {
    FHIR("a FHIR R4 Bundle in JSON, or NDJSON"),
    CSV("a CSV text file in UTF-8 with a header line");

    private static final int LOOKED_AT = 64;
    private static final Map<String, String> STARTS = Map.of(
            "\u0089PNG", "a PNG picture",
            "\u00ff\u00d8\u00ff", "a JPEG picture",
            "GIF8", "a GIF picture",
            "PK\u0003\u0004", "a ZIP archive or a spreadsheet",
            "\u001f\u008b", "a gzip archive",
            "%PDF", "a PDF document",
            "\u00d0\u00cf\u0011\u00e0", "an old office document");

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    /// What is wrong where a file is plainly something else.
    Optional<Problem> mismatch(Source file) throws IOException {
        byte[] start;
        try (InputStream bytes = file.opener().open()) {
            start = bytes.readNBytes(LOOKED_AT);
        }
        return other(new String(start, StandardCharsets.ISO_8859_1))
                .map(what -> new Problem(file.name(), 0, "", what, words));
    }

    private Optional<String> other(String start) {
        String text = start.replace("\u00ef\u00bb\u00bf", "").strip();
        if (text.startsWith("<")) {
            return Optional.of("a web page or XML");
        }
        if (this == CSV && (text.startsWith("{") || text.startsWith("["))) {
            return Optional.of("JSON");
        }
        return STARTS.entrySet().stream()
                .filter(known -> start.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
