package org.evenkeel.cli;

import java.io.Console;

/// A line on a terminal that says how far long work is; nothing in a pipe.
final class Progress {
    private final boolean shown;
    private final String things;
    private int last = -1;

    Progress(boolean wanted) {
        this(wanted, "patients");
    }

    /// @param things what is counted
    Progress(boolean wanted, String things) {
        this.things = things;
        Console terminal = wanted ? System.console() : null;
        shown = terminal != null && terminal.isTerminal();
    }

    void show(int done, int all) {
        int percent = (int) (100L * done / all);
        if (shown && percent != last) {
            last = percent;
            int bars = percent / 5;
            System.err.print("\r[" + "#".repeat(bars) + " ".repeat(20 - bars) + "] " + percent
                    + " % of " + all + " " + things);
            System.err.flush();
        }
    }

    void end() {
        if (shown) {
            System.err.print("\r" + " ".repeat(60) + "\r");
            System.err.flush();
        }
    }
}
