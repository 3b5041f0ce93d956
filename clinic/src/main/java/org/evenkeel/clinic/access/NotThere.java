package org.evenkeel.clinic.access;

/// What was asked for is not there, or not there for this person; the answer is the same.
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotThere() {
        super("not there");
    }
}
