package org.evenkeel.exchange;

/// Something the reader left out or assumed, which does not stop the reading.
///
/// @param file name of the file as the caller gave it
/// @param text one sentence without the file's name
public record Note(String file, String text) {
    /// One sentence for people.
    public String words() {
        return file + ": " + text;
    }
}
