package org.evenkeel.core.history;

import org.evenkeel.core.instrument.InstrumentId;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// One thing known of a patient, and since which day.
public sealed interface Fact {
    /// The day it was measured, answered, diagnosed or began.
    LocalDate on();

    /// A measured value.
    ///
    /// @param quantity what was measured, an id of the content, for example `systolic`
    /// @param value as it was recorded
    /// @param unit UCUM code, the one the content names for the quantity
    record Measured(String quantity, BigDecimal value, String unit, LocalDate on) implements Fact {}

    /// An answered questionnaire.
    ///
    /// @param item number of the item; empty for the total
    record Scored(InstrumentId instrument, OptionalInt item, int value, LocalDate on)
            implements Fact {}

    /// A yes-or-no question that was answered.
    ///
    /// @param question an id of the content, for example `aneurysm`
    record Answered(String question, boolean yes, LocalDate on) implements Fact {}

    /// A diagnosis.
    ///
    /// @param code ICD-10 or ICD-11 code, in capitals
    /// @param specifiers what is known of its course
    /// @param until the day it was over; empty while it lasts
    record Diagnosed(
            String code, Set<Specifier> specifiers, LocalDate on, Optional<LocalDate> until)
            implements Fact {
        public Diagnosed {
            code = code.strip().toUpperCase(Locale.ROOT);
            specifiers = Set.copyOf(specifiers);
        }

        /// Whether the patient has it on a day.
        public boolean isActive(LocalDate day) {
            return !on.isAfter(day) && until.map(end -> end.isAfter(day)).orElse(true);
        }
    }

    /// The course of a mood disorder.
    enum Specifier {
        SINGLE,
        RECURRENT,
        PERSISTENT,
        SEASONAL,
        PERINATAL,
        BIPOLAR,
        PSYCHOTIC
    }

    /// A medicine.
    ///
    /// @param ingredient RxNorm ingredient name, in lower case
    /// @param until the last day it was taken; empty while it is taken
    record Taken(String ingredient, LocalDate on, Optional<LocalDate> until) implements Fact {
        public Taken {
            ingredient = ingredient.strip().toLowerCase(Locale.ROOT);
        }

        /// Days since it was last taken; 0 while it is taken, empty when it had not begun.
        public OptionalInt daysSince(LocalDate day) {
            if (on.isAfter(day)) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(until.filter(end -> end.isBefore(day))
                    .map(end -> (int) (day.toEpochDay() - end.toEpochDay()))
                    .orElse(0));
        }
    }

    /// A trial of an antidepressant or of something added to one.
    ///
    /// @param ingredient RxNorm ingredient name, in lower case
    /// @param dailyMg highest daily dose that was held, where known
    /// @param weeks how long at least at that dose, where known
    /// @param adherence whether it was taken as prescribed
    /// @param improvement what it did, where known
    /// @param episode whether it was in the present episode
    /// @param added whether it was added to an antidepressant
    /// @param on the day it began
    record Tried(
            String ingredient,
            Optional<BigDecimal> dailyMg,
            Optional<BigDecimal> weeks,
            Adherence adherence,
            Improvement improvement,
            boolean episode,
            boolean added,
            LocalDate on)
            implements Fact {
        public Tried {
            ingredient = ingredient.strip().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether a medicine was taken as prescribed.
    enum Adherence {
        GOOD,
        POOR,
        UNKNOWN
    }

    /// What a trial did to the severity of the depression, in the bands that the rules of adequacy
    /// tell apart.
    enum Improvement {
        /// By a quarter or less.
        NONE,
        /// By more than a quarter and less than half.
        PARTIAL,
        /// By half or more.
        RESPONSE,
        UNKNOWN
    }

    /// Another treatment, such as psychotherapy or electroconvulsive therapy.
    ///
    /// @param treatment an id of the content, for example `ect`
    /// @param adherence whether it was taken up as agreed
    record Treated(String treatment, Status status, Adherence adherence, LocalDate on)
            implements Fact {

        /// One of which nothing is known but how it stands.
        public Treated(String treatment, Status status, LocalDate on) {
            this(treatment, status, Adherence.UNKNOWN, on);
        }
    }

    /// How it stands with another treatment.
    enum Status {
        NEVER,
        PAST,
        RUNNING
    }
}
