package org.evenkeel.exchange;

import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Sex;

import java.util.Optional;
import java.util.OptionalInt;

/// What may stand in `patients.csv` about a patient; each may be unknown.
///
/// @param sex sex, where it is female or male
/// @param birthYear year of birth
/// @param weight body weight
/// @param height body height
/// @param antidepressant whether an antidepressant is taken
/// @param psychotherapy whether psychotherapy is under way
/// @param benzodiazepine whether a benzodiazepine is taken
/// @param failedTrials how many treatments of this episode have failed
public record Covariates(
        Optional<Sex> sex,
        OptionalInt birthYear,
        Optional<Kg> weight,
        Optional<Cm> height,
        Optional<Boolean> antidepressant,
        Optional<Boolean> psychotherapy,
        Optional<Boolean> benzodiazepine,
        OptionalInt failedTrials) {

    /// What a FHIR Patient says: sex and year of birth.
    public static Covariates of(Optional<Sex> sex, OptionalInt birthYear) {
        return new Covariates(
                sex,
                birthYear,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }
}
