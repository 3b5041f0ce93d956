package org.evenkeel.clinic.web.internal;

import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.AuditEntry;
import org.evenkeel.clinic.audit.AuditFilter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A file of audit entries, written page by page, so that its length does not matter.
enum AuditFile {
    CSV("text/csv;charset=UTF-8") {
        @Override
        String head() {
            return String.join(",", columns()) + "\r\n";
        }

        @Override
        String line(Map<String, Object> entry, boolean first) {
            return entry.values().stream().map(AuditFile::cell).collect(Collectors.joining(","))
                    + "\r\n";
        }

        @Override
        String tail() {
            return "";
        }
    },
    JSON("application/json;charset=UTF-8") {
        @Override
        String head() {
            return "[";
        }

        @Override
        String line(Map<String, Object> entry, boolean first) {
            return (first ? "\n" : ",\n") + JsonMapper.shared().writeValueAsString(entry);
        }

        @Override
        String tail() {
            return "\n]\n";
        }
    };

    private static final int PAGE = 2_000;

    private final String type;

    AuditFile(String type) {
        this.type = type;
    }

    abstract String head();

    abstract String line(Map<String, Object> entry, boolean first);

    abstract String tail();

    /// Writes what a filter lets through.
    void write(
            Audit audit, AuditFilter filter, Map<UUID, String> names, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("audit." + name().toLowerCase(java.util.Locale.ROOT))
                        .build()
                        .toString());
        Writer out = response.getWriter();
        out.write(head());
        List<AuditEntry> entries = audit.find(filter, PAGE);
        boolean first = true;
        while (!entries.isEmpty()) {
            for (AuditEntry entry : entries) {
                out.write(line(fields(entry, names), first));
                first = false;
            }
            entries = audit.find(filter.before(entries.getLast().number()), PAGE);
        }
        out.write(tail());
    }

    static List<String> columns() {
        return List.of(
                "number",
                "at",
                "person",
                "name",
                "role",
                "action",
                "object_kind",
                "object",
                "outcome",
                "event");
    }

    private static Map<String, Object> fields(AuditEntry entry, Map<UUID, String> names) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<Object> values = List.of(
                entry.sealed().isPresent() ? (Object) entry.sealed().getAsLong() : "",
                entry.at().toString(),
                entry.actor().personId().toString(),
                WhoActed.name(entry.actor(), names),
                entry.actor().role(),
                entry.act().action(),
                entry.act().objectKind(),
                entry.act().objectId().toString(),
                entry.outcome().code(),
                entry.number());
        for (int i = 0; i < values.size(); i++) {
            fields.put(columns().get(i), values.get(i));
        }
        return fields;
    }

    /// A spreadsheet would take a text that begins so for a formula.
    private static String cell(Object value) {
        String text = value.toString();
        String safe =
                value instanceof String && text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
