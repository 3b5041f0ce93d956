package org.evenkeel.clinic.keeping.internal;

/// How far long work is, for somebody who waits.
public final class Progress {
    private final String what;
    private final boolean shown;

    private Progress(String what, boolean shown) {
        this.what = what;
        this.shown = shown;
    }

    /// Shows on a terminal and nowhere else.
    public static Progress onTerminal(String what) {
        return new Progress(what, System.console() != null && System.console().isTerminal());
    }

    /// Shows nothing.
    public static Progress silent() {
        return new Progress("", false);
    }

    /// One table more is done.
    void at(int done, int all) {
        if (shown) {
            System.err.printf("\r%s  table %d of %d%s", what, done, all, done == all ? "\n" : "");
            System.err.flush();
        }
    }
}
