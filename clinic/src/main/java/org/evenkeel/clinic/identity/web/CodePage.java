package org.evenkeel.clinic.identity.web;

import java.util.Optional;

/// Asks for a code of the app, or a recovery code.
///
/// @param problem what did not work
public record CodePage(Optional<String> problem) {}
