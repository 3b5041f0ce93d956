package org.evenkeel.knowledge;

/// Something in a content file that is not allowed.
///
/// @param file name of the file as the caller gave it
/// @param line line in the file, from 1; 0 where the whole file is meant
/// @param column column in the line, from 1; 0 where the whole file is meant
/// @param key path of keys to the place, such as `dose.perKg.unit`; empty at the top
/// @param cause what is wrong and what was allowed
public record Problem(String file, int line, int column, String key, String cause) {

    /// One line for people.
    public String words() {
        StringBuilder words = new StringBuilder(file);
        if (line > 0) {
            words.append(", line ").append(line).append(", column ").append(column);
        }
        if (!key.isEmpty()) {
            words.append(", ").append(key);
        }
        return words.append(": ").append(cause).toString();
    }
}
