package org.evenkeel.exchange;

/// Something in a file that is not allowed.
///
/// The value is shortened and freed of control characters, so that it can be printed. A patient's
/// key is never given as a value.
///
/// @param file name of the file as the caller gave it
/// @param line line in the file, from 1; 0 where the whole file is meant
/// @param column column of a CSV file or path in a FHIR resource; empty where there is none
/// @param value what stands there; empty for nothing
/// @param allowed what may stand there
public record Problem(String file, int line, String column, String value, String allowed) {
    static final int VALUE_LENGTH = 60;

    public Problem {
        value = Cells.printable(value, VALUE_LENGTH);
        column = Cells.printable(column, 2 * VALUE_LENGTH);
    }

    static Problem ofFile(String file, String value, String allowed) {
        return new Problem(file, 0, "", value, allowed);
    }

    /// One sentence for people.
    public String words() {
        var words = new StringBuilder(file);
        if (line > 0) {
            words.append(", line ").append(line);
        }
        if (!column.isEmpty()) {
            words.append(", ").append(column);
        }
        words.append(": got ").append(value.isEmpty() ? "nothing" : value);
        return words.append("; allowed is ").append(allowed).toString();
    }
}
