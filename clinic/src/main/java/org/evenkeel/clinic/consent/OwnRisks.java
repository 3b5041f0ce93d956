package org.evenkeel.clinic.consent;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// Knows the risks of a patient's own that they must be told of before they agree. A risk that was
/// not told makes a consent hold no longer.
public interface OwnRisks {
    /// Ids of risks, kebab-case, with what to tell of each.
    Map<String, String> of(UUID clinicId, UUID patientId, LocalDate day);

    /// The same for all patients of a clinic; those without any may be left out.
    Map<UUID, Map<String, String>> of(UUID clinicId, LocalDate day);
}
