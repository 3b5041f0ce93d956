package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.signature.SignatureView;

import java.util.List;
import java.util.UUID;

/// Doses of the last weeks and who verified them.
///
/// @param patientId whose
/// @param name their name
/// @param sentence what one signs
/// @param signer who would sign: name and role
/// @param problem what was wrong; empty where nothing was
/// @param doses latest first
public record DosesPage(
        UUID patientId,
        String name,
        String sentence,
        String signer,
        String problem,
        List<Dose> doses) {

    /// A dose.
    ///
    /// @param id of the record
    /// @param what day, drug, route and amount
    /// @param by who recorded it
    /// @param own whether the reader recorded it
    /// @param verified whether somebody's signature stands for what is recorded
    /// @param signatures who signed
    public record Dose(
            UUID id,
            String what,
            String by,
            boolean own,
            boolean verified,
            List<SignatureView> signatures) {}
}
