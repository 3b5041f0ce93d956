/// The web application: worklist, patient page, accept, move, decline, record.
///
/// Each sub-package is a module: its root is what other modules may call, `internal` and `web` are
/// its own. Front door of the program: [ClinicApplication].
@NullMarked
package org.evenkeel.clinic;

import org.jspecify.annotations.NullMarked;
