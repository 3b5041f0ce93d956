package org.evenkeel.clinic.treatment.web;

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
            List<Signature> signatures) {}

    /// A signature as shown.
    ///
    /// @param who printed name and role
    /// @param utc time in UTC
    /// @param local time in the clinic's zone
    /// @param meaning what it says
    /// @param hash SHA-256 of the signed bytes
    /// @param stands whether it says what is recorded
    public record Signature(
            String who, String utc, String local, String meaning, String hash, boolean stands) {}
}
