package org.evenkeel.clinic.treatment;

import org.evenkeel.core.protocol.ProtocolId;

import java.time.LocalDate;
import java.util.UUID;

/// A patient put on a protocol; the latest one holds.
///
/// @param patientId the patient
/// @param protocol the protocol
/// @param version its version then
/// @param from first day it holds
public record Enrolment(UUID patientId, ProtocolId protocol, String version, LocalDate from) {}
