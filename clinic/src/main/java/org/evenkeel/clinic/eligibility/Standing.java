package org.evenkeel.clinic.eligibility;

import java.time.LocalDate;

/// How it stands with a patient and a protocol on a day.
public sealed interface Standing {

    /// Nobody has decided.
    record None() implements Standing {}

    /// A prescriber signed that the patient may be treated, and it holds.
    record Decided(Decision decision) implements Standing {
        /// First day it holds no more.
        public LocalDate validUntil() {
            return decision.validUntil();
        }
    }

    /// A prescriber signed that the patient is not to be treated.
    record Refused(Decision decision) implements Standing {}

    /// It was decided, and holds no longer.
    ///
    /// @param why in a sentence
    record Lapsed(Decision decision, String why) implements Standing {}
}
