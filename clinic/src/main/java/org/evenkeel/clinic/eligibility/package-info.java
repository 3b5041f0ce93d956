/// Whether a patient may be treated by a protocol: what the rules say of what is known, what a
/// prescriber decided and signed, and what is due again.
///
/// Front door: [Eligibility]. What always holds: what is not known is shown and never passes a
/// decision without a reason, what was told against treating withholds until it is asked again, and
/// a decision names the version of every rule pack and the hash of the chart it rests on.
@NullMarked
@ApplicationModule(
        displayName = "Eligibility",
        allowedDependencies = {
            "access",
            "audit",
            "web",
            "content",
            "digest",
            "patient",
            "prom",
            "protocols",
            "treatment",
            "signature",
            "history"
        })
package org.evenkeel.clinic.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
