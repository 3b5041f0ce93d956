package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.Difference;

import java.util.UUID;

/// Somebody saved while this person wrote: both sides.
///
/// @param id of the edition
/// @param difference from what is saved now to what this person typed
/// @param mine what this person typed
/// @param seen number of what is saved now
/// @param key of the form that saves over it
public record ConflictPage(UUID id, Difference difference, String mine, int seen, String key) {}
