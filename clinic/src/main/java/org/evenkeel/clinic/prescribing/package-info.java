/// The signed plan: a patient is put on a protocol by a prescriber, with what allows it, the dose
/// and the dated visits.
///
/// Front door: [Prescribe]. What always holds of a plan: it puts nobody on a protocol that is for
/// reference, without a signed decision on eligibility, or without consent; what is signed is what
/// was shown. A move to another protocol asks neither; what then stands against treating is said
/// before each treatment.
@NullMarked
@ApplicationModule(
        displayName = "Prescribing",
        allowedDependencies = {
            "access",
            "audit",
            "web",
            "content",
            "digest",
            "patient",
            "protocols",
            "treatment",
            "consent",
            "history",
            "eligibility",
            "signature"
        })
package org.evenkeel.clinic.prescribing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
