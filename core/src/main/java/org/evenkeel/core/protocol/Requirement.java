package org.evenkeel.core.protocol;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.units.Cited;

import java.util.Optional;

/// What must hold before a dose or before a patient leaves.
///
/// @param id its id, in kebab-case
/// @param condition decides it; empty where a person confirms it
/// @param words what must hold, and where it comes from
public record Requirement(String id, Optional<Condition> condition, Cited<String> words) {}
