package org.evenkeel.clinic.signature;

import java.util.Map;
import java.util.UUID;

/// What is to be signed.
///
/// @param subject whose record it is in
/// @param objectKind kind of the thing signed, for example `administration`
/// @param objectId its id
/// @param meaning what the signature says of it
/// @param facts the thing itself, field by field, as it was shown
public record Statement(
        Subject subject,
        String objectKind,
        UUID objectId,
        Meaning meaning,
        Map<String, String> facts) {

    public Statement {
        facts = Map.copyOf(facts);
    }

    /// A statement in a patient's record.
    public Statement(
            UUID patientId,
            String objectKind,
            UUID objectId,
            Meaning meaning,
            Map<String, String> facts) {
        this(new Subject.OfPatient(patientId), objectKind, objectId, meaning, facts);
    }
}
