package org.evenkeel.core.booster;

/// What a proposed date should achieve.
public sealed interface Objective {

    /// The longest interval whose probability of being unwell stays within a limit.
    ///
    /// @param limit probability, strictly between 0 and 1
    record WithinRisk(double limit) implements Objective {
        public WithinRisk {
            if (!(limit > 0 && limit < 1)) {
                throw new IllegalArgumentException(
                        "a risk limit must lie strictly between 0 and 1, got " + limit);
            }
        }
    }

    /// The least expected days unwell plus a price for each treatment, over the coming year.
    ///
    /// @param treatmentPriceDays what one treatment costs, in days unwell; 0 or more
    record LeastCost(double treatmentPriceDays) implements Objective {
        public LeastCost {
            if (!(treatmentPriceDays >= 0 && Double.isFinite(treatmentPriceDays))) {
                throw new IllegalArgumentException(
                        "the price of a treatment must be 0 or more, got " + treatmentPriceDays);
            }
        }
    }
}
