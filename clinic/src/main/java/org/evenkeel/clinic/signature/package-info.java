/// What people sign: canonical bytes, their hash, the person, the time and the meaning.
///
/// Front door: [Signatures]. What always holds: a signature of staff needs a fresh second factor,
/// which the route that leads to it demands; none is ever changed; a second person's signature is
/// another person's. [SignatureView] is how each is shown, on every page in the same way.
@NullMarked
@ApplicationModule(
        displayName = "Signature",
        allowedDependencies = {"digest", "access", "audit", "web"})
package org.evenkeel.clinic.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
