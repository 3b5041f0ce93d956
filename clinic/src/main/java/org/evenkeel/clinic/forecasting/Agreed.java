package org.evenkeel.clinic.forecasting;

import org.evenkeel.core.booster.Agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// An agreement with a patient as it was recorded.
///
/// @param id its id
/// @param patientId the patient
/// @param at when
/// @param by who agreed it
/// @param what what was agreed; its days are epoch days
/// @param reason why
/// @param end how it was closed, where it was
public record Agreed(
        UUID id,
        UUID patientId,
        Instant at,
        UUID by,
        Agreement what,
        String reason,
        Optional<End> end) {

    /// How an agreement was closed.
    public record End(Instant at, UUID by, String reason) {}

    /// Whether nobody has closed it.
    public boolean isOpen() {
        return end.isEmpty();
    }

    /// The day it begins.
    public LocalDate from() {
        return LocalDate.ofEpochDay(what.from());
    }

    /// Its last day.
    public LocalDate until() {
        return LocalDate.ofEpochDay(what.until());
    }

    /// As its kind is stored.
    static String kind(Agreement what) {
        return switch (what) {
            case Agreement.Stretch _ -> "stretch";
            case Agreement.TreatmentFree _ -> "treatment-free";
        };
    }
}
