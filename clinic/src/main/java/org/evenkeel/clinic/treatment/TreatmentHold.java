package org.evenkeel.clinic.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Knows of one kind of [Hold]. Every module that has something to say before a treatment has a
/// bean of it; [Holds] asks them all, in a transaction of the caller's.
public interface TreatmentHold {
    /// What holds for a patient on a day, in the order it is shown.
    ///
    /// @param day the day of the treatment, in the clinic's zone
    List<Hold> of(UUID clinicId, UUID patientId, LocalDate day);

    /// The same for all patients of a clinic at once, for lists. Patients whom nothing holds may be
    /// left out.
    Map<UUID, List<Hold>> of(UUID clinicId, LocalDate day);
}
