package org.evenkeel.clinic.consent;

import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.Manner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A text put before a patient, not signed yet.
///
/// @param id its id
/// @param patientId the patient
/// @param manner of treatment it is about
/// @param digest of the text as it was then
/// @param risks ids of the patient's own risks they are told of
/// @param startedAt when
/// @param tries how often the questions were answered
/// @param understood whether all of them were answered rightly once
/// @param chosen what was chosen last
public record Conversation(
        UUID id,
        UUID patientId,
        Manner manner,
        String digest,
        Set<String> risks,
        Instant startedAt,
        int tries,
        boolean understood,
        Optional<Chosen> chosen) {

    public Conversation {
        risks = Set.copyOf(risks);
    }

    /// What a patient chose.
    ///
    /// @param id its id
    /// @param agreed the choices, always with care
    /// @param typedName how they wrote their name
    /// @param interpreter who interpreted; empty where nobody did
    public record Chosen(UUID id, List<Choice> agreed, String typedName, String interpreter) {
        public Chosen {
            agreed = List.copyOf(agreed);
        }
    }
}
