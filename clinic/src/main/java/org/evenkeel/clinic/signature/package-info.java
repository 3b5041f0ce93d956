/// What people sign: canonical bytes, their hash, the person, the time and the meaning.
///
/// Front door: [Signatures]. What always holds: a signature of staff needs a fresh second factor,
/// which the
/// route that leads to it demands; none is ever changed; a second person's signature is another
/// person's.
@NullMarked
@ApplicationModule(
        displayName = "Signature",
        allowedDependencies = {"digest", "access", "audit"})
package org.evenkeel.clinic.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
