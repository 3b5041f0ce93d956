package org.evenkeel.cli;

import java.util.List;

/// Ends a command with words for the user and an exit code.
///
/// Commands throw it; [Main] prints it. The lines name the thing, the value and what was
/// allowed, and never a patient.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 20;

    private final int exitCode;

    private Refusal(int exitCode, String words) {
        super(words);
        this.exitCode = exitCode;
    }

    /// The call was right but cannot be carried out.
    static Refusal failed(String sentence) {
        return new Refusal(Main.FAILED, sentence);
    }

    /// The call is wrong.
    static Refusal usage(String sentence) {
        return new Refusal(Main.WRONG_INPUT, sentence);
    }

    /// Input is wrong: one line a problem, `file:line:column: words`, at most 20 of them shown.
    static Refusal input(List<String> problems) {
        int shown = Math.min(problems.size(), SHOWN);
        String words = String.join("\n", problems.subList(0, shown));
        int more = problems.size() - shown;
        return new Refusal(Main.WRONG_INPUT, more == 0 ? words : words + "\nand " + more + " more");
    }

    int exitCode() {
        return exitCode;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
