/// The clinic's protocols: those that ship with the program and its own, with their versions and
/// their life from draft to retired.
///
/// Front door: [Protocols], the one lookup for all of the clinic. What always holds: a published
/// text never changes, a retired one and one for reference put nobody on treatment, and whoever
/// reviews a text did not write it.
@NullMarked
@ApplicationModule(
        displayName = "Protocols",
        allowedDependencies = {"access", "audit", "web", "content", "signature", "digest"})
package org.evenkeel.clinic.protocols;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
