/// What stands behind the figures and rules: each source with its design, size, findings, what
/// speaks against it and our grade, and what of the content rests on it.
///
/// It has pages only; the sources themselves are content. They are the same for every clinic.
@NullMarked
@ApplicationModule(
        displayName = "Sources",
        allowedDependencies = {"access", "web", "content"})
package org.evenkeel.clinic.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
