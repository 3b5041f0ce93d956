/// Clinical content the clinic works with: instruments, protocols, priors, settings.
///
/// Front door: [ClinicContent]. Nothing clinical is written here; it all comes from cited files.
@NullMarked
@ApplicationModule(displayName = "Content", allowedDependencies = "digest")
package org.evenkeel.clinic.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
