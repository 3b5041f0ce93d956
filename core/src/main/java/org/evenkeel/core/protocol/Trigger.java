package org.evenkeel.core.protocol;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.units.Cited;

/// What makes a rule of a protocol act.
public sealed interface Trigger {
    /// A condition on the patient is met.
    record Met(Condition condition) implements Trigger {}

    /// The score fell by less than a share of the first one.
    ///
    /// @param afterVisits how many treatments must have been given
    /// @param lessThan 0.5 where less than half is too little
    record NoResponse(Cited<Integer> afterVisits, Cited<Double> lessThan) implements Trigger {
        public NoResponse {
            if (afterVisits.value() < 1 || !(lessThan.value() > 0 && lessThan.value() <= 1)) {
                throw new IllegalArgumentException("no response is a fall by less than a share up "
                        + "to 1 after 1 or more visits, got " + lessThan.value() + " after "
                        + afterVisits.value());
            }
        }
    }

    /// The prescriber's judgement, with a reason.
    record ByPrescriber() implements Trigger {}
}
