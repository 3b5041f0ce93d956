package org.evenkeel.clinic.patient;

/// What another system calls a patient.
///
/// @param system whose name it is, for example a URI
/// @param value the name
public record Identifier(String system, String value) {}
