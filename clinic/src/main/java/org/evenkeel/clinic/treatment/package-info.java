/// Courses of treatment: the protocol a patient is on, treatments given, appointments booked.
///
/// Front doors: [Treatments] and [Appointments]. What always holds: facts are only ever added, and
/// no way in passes round [TreatmentCheck]. What other modules have to say before a treatment is
/// recorded by hand they say by a bean of [TreatmentHold]; [Holds] collects them.
@NullMarked
@ApplicationModule(
        displayName = "Treatment",
        allowedDependencies = {
            "access",
            "audit",
            "web",
            "content",
            "digest",
            "protocols",
            "patient",
            "signature"
        })
package org.evenkeel.clinic.treatment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
