/// How the program starts, is set and stops.
///
/// Front doors: [Serve] for a real clinic, [Running] for whatever else runs the application, and
/// [Settings]. What always holds: a start that fails says why in one sentence, and everything that
/// was started stops together, the latest first.
@NullMarked
@ApplicationModule(displayName = "Start")
package org.evenkeel.clinic.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
