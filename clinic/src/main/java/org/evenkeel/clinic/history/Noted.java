package org.evenkeel.clinic.history;

import org.evenkeel.core.history.Fact;

import java.time.LocalDate;
import java.util.Locale;

/// What somebody noted in a history.
public sealed interface Noted {
    /// The day it is of.
    LocalDate on();

    /// Something known of the patient.
    ///
    /// @param fact a diagnosis, trial, other treatment, medicine, answer or measurement;
    ///     scores of questionnaires are kept elsewhere
    record Known(Fact fact) implements Noted {
        public Known {
            if (fact instanceof Fact.Scored) {
                throw new IllegalArgumentException("scores are no part of a history");
            }
        }

        @Override
        public LocalDate on() {
            return fact.on();
        }
    }

    /// Somebody looked a list over: it is whole as of that day.
    record Whole(Listing listing, LocalDate on) implements Noted {}

    /// What it names was noted in error.
    record Withdrawn(LocalDate on) implements Noted {}

    /// A list that may be whole or not.
    enum Listing {
        DIAGNOSES,
        MEDICINES,
        TRIALS;

        /// As it is kept.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
