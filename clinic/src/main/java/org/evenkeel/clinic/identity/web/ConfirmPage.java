package org.evenkeel.clinic.identity.web;

import java.util.Optional;

/// Asks for a fresh second factor.
///
/// @param to where to go afterwards, a path of ours
/// @param isPossible whether the person has a second factor at all
/// @param problem what did not work
public record ConfirmPage(String to, boolean isPossible, Optional<String> problem) {}
