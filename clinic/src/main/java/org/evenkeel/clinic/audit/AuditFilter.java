package org.evenkeel.clinic.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Which entries of a clinic are asked for. What is empty leaves all in.
///
/// @param clinicId the clinic
/// @param actor who acted
/// @param notBy whose acts are left out
/// @param object on what, for example a patient
/// @param action what, kebab-case
/// @param outcome how it ended
/// @param from not before
/// @param until before
/// @param before written before the entry of this number: the next page
public record AuditFilter(
        UUID clinicId,
        Optional<UUID> actor,
        Optional<UUID> notBy,
        Optional<UUID> object,
        Optional<String> action,
        Optional<AuditEntry.Outcome> outcome,
        Optional<Instant> from,
        Optional<Instant> until,
        OptionalLong before) {

    /// Everything in a clinic.
    public static AuditFilter everything(UUID clinicId) {
        return new AuditFilter(
                clinicId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    /// Everything that others than one person did to a patient.
    public static AuditFilter onPatient(
            UUID clinicId, UUID patientId, UUID notBy, OptionalLong before) {
        return new AuditFilter(
                clinicId,
                Optional.empty(),
                Optional.of(notBy),
                Optional.of(patientId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before);
    }

    /// The same, of the entries written before one.
    public AuditFilter before(long number) {
        return new AuditFilter(
                clinicId,
                actor,
                notBy,
                object,
                action,
                outcome,
                from,
                until,
                OptionalLong.of(number));
    }
}
