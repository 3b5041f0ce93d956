package org.evenkeel.clinic.eligibility;

import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.eligibility.WorkUp;
import org.evenkeel.core.eligibility.WorkUp.Lists;
import org.evenkeel.core.eligibility.WorkUp.Shown;
import org.evenkeel.core.eligibility.WorkUp.State;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Renewal;
import org.evenkeel.core.protocol.Supervision;
import org.evenkeel.core.units.Sex;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What must be done again, by what a chart shows.
final class Renewals {
    private static final Shown PREGNANCY_TEST = new Shown.Asked("pregnancy-test-positive");
    private static final InstrumentId DEPRESSION = new InstrumentId("phq-9");
    /// The item on self-harm of that instrument.
    private static final int RISK_ITEM = 9;

    private Renewals() {}

    /// Something that must be done again and how it stands.
    record Standing(Renewal renewal, State state) {
        boolean isDue() {
            return switch (state) {
                case State.Due _, State.Expired _ -> true;
                case State.Done _, State.NotNeeded _ -> false;
            };
        }
    }

    /// How it stands with everything but consent, which is kept elsewhere.
    ///
    /// @param supervision what must be done again, and when
    /// @param workUp whose test of pregnancy says of whom it is needed
    static List<Standing> of(Supervision supervision, WorkUp workUp, Chart chart, LocalDate day) {
        return supervision.renewals().stream()
                .filter(renewal -> renewal.subject() != Renewal.Subject.CONSENT)
                .map(renewal -> new Standing(
                        renewal,
                        renewal.subject() == Renewal.Subject.PREGNANCY_TEST
                                        && !isPregnancyPossible(workUp, chart, day)
                                ? new State.NotNeeded()
                                : state(renewal, chart, day)))
                .toList();
    }

    private static State state(Renewal renewal, Chart chart, LocalDate day) {
        Optional<LocalDate> last = Stream.concat(
                        shown(renewal.subject()).stream()
                                .flatMap(shown -> WorkUp.last(shown, chart, day).stream()),
                        renewal.subject() == Renewal.Subject.RISK_REVIEW
                                ? riskItem(chart, day)
                                : Stream.empty())
                .max(LocalDate::compareTo);
        return WorkUp.state(last, Optional.of(renewal.days().value()), day);
    }

    /// Unless it is known that it is not. What was answered too long ago is not known.
    private static boolean isPregnancyPossible(WorkUp workUp, Chart chart, LocalDate day) {
        Evaluation known = new Evaluation(chart, day);
        Truth possible = workUp.items().stream()
                .filter(item -> item.shown().equals(PREGNANCY_TEST))
                .flatMap(item -> item.needed().stream())
                .map(needed -> known.of(needed).truth())
                .findFirst()
                .orElse(Truth.UNKNOWN);
        return switch (possible) {
            case MET -> true;
            case NOT_MET -> false;
            case UNKNOWN -> !chart.sex().equals(Optional.of(Sex.MALE));
        };
    }

    private static Stream<LocalDate> riskItem(Chart chart, LocalDate day) {
        return chart.scores().stream()
                .filter(each -> each.instrument().equals(DEPRESSION)
                        && each.item().orElse(0) == RISK_ITEM
                        && !each.on().isAfter(day))
                .map(Fact::on);
    }

    private static Set<Shown> shown(Renewal.Subject subject) {
        return switch (subject) {
            case WEIGHT -> Set.of(new Shown.Measured("weight"));
            case PREGNANCY_TEST -> Set.of(PREGNANCY_TEST);
            case CONSENT -> Set.of();
            case RISK_REVIEW -> Set.of(new Shown.Asked("suicide-risk"));
            case MEDICINES -> Set.of(new Shown.Listed(Lists.MEDICINES));
            case BLOOD_PRESSURE -> Set.of(new Shown.Measured("systolic"));
            case URINARY -> Set.of(new Shown.Asked("urinary-symptoms"));
            case LIVER -> Set.of(new Shown.Confirmed("blood-seen"));
            case COGNITION -> Set.of(new Shown.Measured("moca"));
            case MANIA -> Set.of(new Shown.Asked("mania"), new Shown.Measured("ymrs"));
            case MISUSE -> Set.of(new Shown.Confirmed("registry-asked"));
        };
    }

    /// What is due, as a sentence begins.
    static String words(Renewal.Subject subject) {
        return switch (subject) {
            case WEIGHT -> "The weight is due";
            case PREGNANCY_TEST -> "A pregnancy test is due";
            case CONSENT -> "Consent is due";
            case RISK_REVIEW -> "Asking about suicide is due";
            case MEDICINES -> "Looking over the medicines is due";
            case BLOOD_PRESSURE -> "Resting blood pressure is due";
            case URINARY -> "Asking about urinary symptoms is due";
            case LIVER -> "Liver tests are due";
            case COGNITION -> "A test of cognition is due";
            case MANIA -> "Asking about mania is due";
            case MISUSE -> "Looking for signs of misuse is due";
        };
    }
}
