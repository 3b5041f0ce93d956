/// Who looks after whom, who may do what, and records opened in an emergency, as pages.
///
/// What always holds is kept in `access`; nothing here decides.
@NullMarked
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {"access", "audit", "web", "patient"})
package org.evenkeel.clinic.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
