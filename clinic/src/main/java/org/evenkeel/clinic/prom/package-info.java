/// Questionnaires answered.
///
/// Front door: [Responses]. What always holds: the answer to the self-harm item is judged in the
/// transaction that stores it.
@NullMarked
@ApplicationModule(
        displayName = "Questionnaires",
        allowedDependencies = {"access", "audit", "web", "content", "patient"})
package org.evenkeel.clinic.prom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
