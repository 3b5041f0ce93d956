package org.evenkeel.core.trial;

import java.util.Locale;

/// A figure about one policy. `NaN` where it has no meaning.
public enum Measure {
    /// days well a patient-year
    WELL_DAYS {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return 365 - yearly(tally, Count.UNWELL_DAYS, Count.DAYS);
        }
    },
    /// days unwell a patient-year
    UNWELL_DAYS {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return yearly(tally, Count.UNWELL_DAYS, Count.DAYS);
        }
    },
    /// treatments of maintenance a patient-year
    TREATMENTS {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return yearly(tally, Count.TREATMENTS, Count.DAYS);
        }
    },
    /// days unwell and the price of the treatments, a patient-year
    COST {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return yardstick.cost(tally);
        }
    },
    /// runs of at least 14 unwell days a patient-year
    RELAPSES {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return yearly(tally, Count.RELAPSES, Count.DAYS);
        }
    },
    /// share of treatments without which the next 14 days would have been well all the same
    UNNEEDED {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return share(tally, Count.UNNEEDED, Count.TREATMENTS);
        }
    },
    /// days unwell a year among the tenth of patients who had most
    WORST_DECILE {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return tally.worstDecile();
        }
    },
    /// treatments a year on those whom treatment does not help
    NON_RESPONDER_TREATMENTS {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return yearly(tally, Count.NON_RESPONDER_TREATMENTS, Count.NON_RESPONDER_DAYS);
        }
    },
    /// treatments a year on those who would have stayed well without any
    STABLE_TREATMENTS {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return yearly(tally, Count.STABLE_TREATMENTS, Count.STABLE_DAYS);
        }
    },
    /// share of the cost gap between the best fixed interval and perfect hindsight that is
    /// closed
    GAP_CLOSED {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return yardstick.gapClosed(tally);
        }
    },
    /// share of treatments saved against fixed intervals with as many days unwell
    FEWER_TREATMENTS {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return yardstick.fewerTreatments(tally);
        }
    },
    /// share of days unwell saved against fixed intervals with as many treatments
    FEWER_UNWELL_DAYS {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return yardstick.fewerUnwellDays(tally);
        }
    },
    /// expected calibration error of the chance of being unwell on every day that was booked
    CALIBRATION_ERROR {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return tally.calibrationError(false);
        }
    },
    /// the same of the days booked within the coming week
    CALIBRATION_ERROR_SOON {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return tally.calibrationError(true);
        }
    },
    /// share of decisions that were a question to the clinician
    ASKED {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return share(tally, Count.ASKED, Count.DECISIONS);
        }
    },
    /// share of decisions that withheld treatment
    WITHHELD {
        @Override
        double of(Tally tally, Yardstick yardstick) {
            return share(tally, Count.WITHHELD, Count.DECISIONS);
        }
    };

    abstract double of(Tally tally, Yardstick yardstick);

    /// The name outside, for example `unwell_days`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static double yearly(Tally tally, Count count, Count days) {
        return 365.0 * share(tally, count, days);
    }

    private static double share(Tally tally, Count part, Count whole) {
        return (double) tally.get(part) / tally.get(whole);
    }
}
