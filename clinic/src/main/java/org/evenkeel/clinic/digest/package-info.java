/// The one digest the program uses, SHA-256.
///
/// Front door: [Sha256].
@NullMarked
@ApplicationModule(
        displayName = "Digest",
        allowedDependencies = {})
package org.evenkeel.clinic.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
