package org.evenkeel.clinic.access;

/// A program is not let in.
public final class MachineRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    /// @param status the status it is answered with
    /// @param words one sentence for whoever wrote the program
    public MachineRefused(int status, String words) {
        super(words, null, false, false);
        this.status = status;
    }

    /// The status it is answered with.
    public int status() {
        return status;
    }

    /// The sentence.
    public String words() {
        return String.valueOf(getMessage());
    }
}
