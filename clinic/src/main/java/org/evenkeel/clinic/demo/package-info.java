/// A clinic of made-up patients that starts with one command.
///
/// Front door: [DemoStart]. What always holds: nothing to configure, everything on this machine
/// only, and everything stops together.
@NullMarked
@ApplicationModule(displayName = "Demo")
package org.evenkeel.clinic.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
