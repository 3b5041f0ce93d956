/// Who patients are: the only place with their names.
///
/// Front doors: [Patients] and [Registration]. What always holds: a patient of another clinic is
/// not there.
@NullMarked
@ApplicationModule(
        displayName = "Patient",
        allowedDependencies = {"access", "audit", "web", "content"})
package org.evenkeel.clinic.patient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
