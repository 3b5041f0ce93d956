package org.evenkeel.cli;

import java.io.IOException;

/// One command of the program.
interface Command {
    /// What it takes and says about itself.
    Options options();

    /// Does it. Whatever is wrong with the arguments or the files is collected first and thrown as
    /// one [Refusal], before anything is written.
    void run(Arguments arguments, Console console) throws Refusal, IOException;
}
