package org.evenkeel.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a call of the program writes.
///
/// @param out results; UTF-8 whatever the locale
/// @param err messages
/// @param details whether an unexpected failure shows where in the program it happened
record Console(PrintStream out, PrintStream err, boolean details) {
    private static final int BUFFER = 1 << 16;

    /// The console of the process. `EVENKEEL_DEBUG=1` shows details.
    static Console system() {
        return new Console(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                "1".equals(System.getenv("EVENKEEL_DEBUG")));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
                false,
                StandardCharsets.UTF_8);
    }

    /// A message for the user.
    void say(String sentence) {
        err.print(sentence.endsWith("\n") ? sentence : sentence + "\n");
        err.flush();
    }

    /// Where a failure happened, for those who asked for details.
    void explain(Throwable failure) {
        if (details) {
            failure.printStackTrace(err);
            err.flush();
        }
    }

    /// Whether everything reached standard output.
    boolean flushed() {
        return !out.checkError();
    }
}
