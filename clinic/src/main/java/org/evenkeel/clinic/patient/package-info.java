/// Who patients are: the only place with their names.
///
/// Front door: [Patients]. What always holds: a patient of another clinic is not there.
@NullMarked
@ApplicationModule(displayName = "Patient", allowedDependencies = "access")
package org.evenkeel.clinic.patient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
