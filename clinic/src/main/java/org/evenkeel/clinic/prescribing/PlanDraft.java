package org.evenkeel.clinic.prescribing;

import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.units.Kg;

import java.time.LocalDate;
import java.util.UUID;

/// A plan a prescriber draws up.
///
/// @param id its id; the plan signed from it has the same
/// @param patientId whose
/// @param protocol by which protocol
/// @param firstDay the day of the first visit
/// @param weight what the patient weighs
/// @param weighedOn when that was found
/// @param reason why another plan takes the place of one that runs; empty for a first one
public record PlanDraft(
        UUID id,
        UUID patientId,
        ProtocolId protocol,
        LocalDate firstDay,
        Kg weight,
        LocalDate weighedOn,
        String reason) {}
