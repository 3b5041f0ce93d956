/// The command line: the same engine as the clinic, on files. No server, no database.
@NullMarked
package org.evenkeel.cli;

import org.jspecify.annotations.NullMarked;
