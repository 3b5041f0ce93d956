package org.evenkeel.core.booster;

import org.evenkeel.core.units.Cited;

/// What an agreement with a patient starts from; a prescriber may choose otherwise.
///
/// @param stretch for another interval that is tried
/// @param treatmentFree for a monitored time without treatment
public record FollowUpSettings(Stretch stretch, TreatmentFree treatmentFree) {

    /// For another interval that is tried.
    ///
    /// @param longerByDays how much longer the tried interval is
    /// @param lengthDays how long it is tried
    /// @param rise points above the score it begins with that stop it
    public record Stretch(
            Cited<Integer> longerByDays, Cited<Integer> lengthDays, Cited<Integer> rise) {}

    /// For a monitored time without treatment.
    ///
    /// @param lengthDays how long it is agreed for
    /// @param askEveryDays days from one questionnaire to the next
    /// @param confirmDays days until the next one after a score that needs confirming
    /// @param rise points above the score it begins with that need confirming
    /// @param returnRisk chance of being unwell from which on treatment comes back
    public record TreatmentFree(
            Cited<Integer> lengthDays,
            Cited<Integer> askEveryDays,
            Cited<Integer> confirmDays,
            Cited<Integer> rise,
            Cited<Double> returnRisk) {}
}
