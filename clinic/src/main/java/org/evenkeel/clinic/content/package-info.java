/// Clinical content the clinic works with: instruments, protocols, priors, settings.
///
/// Front doors: [ClinicContent] and [ConsentContent]. Nothing clinical is written here; it all
/// comes from cited files.
///
/// A page shows a cited number with `@template.sources.figure(frame = frame, figure = …)`, and its
/// page record holds `Figure.of("0.5 mg/kg", cited)`: value, mark, way to the source.
@NullMarked
@ApplicationModule(displayName = "Content", allowedDependencies = "digest")
package org.evenkeel.clinic.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
