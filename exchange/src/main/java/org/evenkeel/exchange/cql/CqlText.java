package org.evenkeel.exchange.cql;

import java.util.Collection;
import java.util.stream.Collectors;

/// Words of CQL.
final class CqlText {
    private CqlText() {}

    /// A text in single quotes.
    static String string(String value) {
        return "'" + escaped(value).replace("'", "\\'") + "'";
    }

    /// A name in double quotes, which may have any letters.
    static String name(String value) {
        return "\"" + escaped(value).replace("\"", "\\\"") + "\"";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /// A list of texts.
    static String strings(Collection<String> values) {
        return values.stream().map(CqlText::string).collect(Collectors.joining(", ", "{ ", " }"));
    }
}
