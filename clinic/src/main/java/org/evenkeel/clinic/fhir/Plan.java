package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.protocol.Protocol;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What saving an upload would do, given what the clinic holds at this moment.
///
/// @param protocol the protocol new patients will be on
/// @param steps one a patient of the file
/// @param problems why it must not be saved
record Plan(Protocol protocol, List<Step> steps, Problems problems) {
    Plan {
        steps = List.copyOf(steps);
    }

    /// What is done for one patient.
    ///
    /// @param from what the file says
    /// @param existing the patient of the clinic they are
    /// @param ratings those the clinic does not have
    /// @param given those the clinic does not have
    record Step(
            FilePatient from,
            Optional<Patient> existing,
            List<Rating> ratings,
            List<Administration> given) {
        int knownRatings() {
            return from.ratings().size() - ratings.size();
        }

        int knownGiven() {
            return from.given().size() - given.size();
        }

        boolean changesNothing() {
            return existing.isPresent() && ratings.isEmpty() && given.isEmpty();
        }
    }

    boolean changesNothing() {
        return steps.stream().allMatch(Step::changesNothing);
    }

    Tally tally() {
        int known =
                (int) steps.stream().filter(step -> step.existing().isPresent()).count();
        return new Tally(
                new Tally.Pair(steps.size() - known, known),
                new Tally.Pair(sum(step -> step.ratings().size()), sum(Step::knownRatings)),
                new Tally.Pair(sum(step -> step.given().size()), sum(Step::knownGiven)));
    }

    private int sum(ToIntFunction<Step> count) {
        return steps.stream().mapToInt(count).sum();
    }
}
