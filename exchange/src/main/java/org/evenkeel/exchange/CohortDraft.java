package org.evenkeel.exchange;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.InstrumentId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A cohort while its files are being read: patients in order of first appearance.
final class CohortDraft {
    private final Map<String, PatientDraft> patients = new LinkedHashMap<>();
    private final Witness witness;

    private record Rated(Rating rating, Place place) {}

    private static final class PatientDraft {
        final List<Rated> ratings = new ArrayList<>();
        final List<Administration> administrations = new ArrayList<>();
        Optional<Covariates> covariates = Optional.empty();
    }

    CohortDraft(Witness witness) {
        this.witness = witness;
    }

    /// Makes the patient known, even if nothing else is ever said of them.
    void add(String patient) {
        draft(patient);
    }

    void add(String patient, Rating rating, Place place) {
        draft(patient).ratings.add(new Rated(rating, place));
        witness.rating(patient, rating, place);
    }

    void add(String patient, Administration administration, Place place) {
        draft(patient).administrations.add(administration);
        witness.administration(patient, administration, place);
    }

    /// Sets a known patient's covariates.
    ///
    /// @return whether the patient is known
    boolean set(String patient, Covariates covariates) {
        PatientDraft draft = patients.get(patient);
        if (draft != null) {
            draft.covariates = Optional.of(covariates);
        }
        return draft != null;
    }

    /// The finished cohort; two different totals on one day become problems.
    Cohort finish(DayKind days, InstrumentId instrument, Findings findings) {
        var finished = new ArrayList<PatientCourse>(patients.size());
        patients.forEach((patient, draft) -> {
            List<Rating> ratings = oneADay(draft.ratings, days, findings);
            var course = new Course(instrument, ratings, draft.administrations);
            finished.add(new PatientCourse(patient, course, draft.covariates));
        });
        return new Cohort(days, finished);
    }

    private PatientDraft draft(String patient) {
        return patients.computeIfAbsent(patient, _ -> new PatientDraft());
    }

    private static List<Rating> oneADay(List<Rated> rated, DayKind days, Findings findings) {
        rated.sort(Comparator.comparingInt(one -> one.rating.day()));
        var kept = new ArrayList<Rating>(rated.size());
        Rated before = null;
        for (Rated next : rated) {
            if (before == null || before.rating.day() != next.rating.day()) {
                kept.add(next.rating);
            } else if (before.rating.score() == next.rating.score()) {
                kept.set(kept.size() - 1, merged(kept.getLast(), next.rating));
            } else {
                findings.add(next.place.problem(
                        Integer.toString(next.rating.score()),
                        "one score a day, and " + before.place + " has "
                                + before.rating.score() + " on " + days.column() + " "
                                + days.print(next.rating.day())));
            }
            before = next;
        }
        return kept;
    }

    /// One rating of two that agree; the graver answer to the self-harm item counts.
    private static Rating merged(Rating first, Rating second) {
        int risk = Math.max(first.riskItem().orElse(-1), second.riskItem().orElse(-1));
        OptionalInt riskItem = risk < 0 ? OptionalInt.empty() : OptionalInt.of(risk);
        return new Rating(first.day(), first.score(), riskItem);
    }
}
