package org.evenkeel.clinic.start;

/// What was typed or set is wrong; the message says what, and what was allowed.
public final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongUsage(String sentence) {
        super(sentence);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
