package org.evenkeel.core.units;

/// A value with the evidence behind it.
///
/// @param value what the content file says
/// @param tag how far it has been followed
/// @param source the citation, as the content file words it
public record Cited<T>(T value, EvidenceTag tag, String source) {}
