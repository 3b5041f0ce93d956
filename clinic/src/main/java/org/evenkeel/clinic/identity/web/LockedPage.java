package org.evenkeel.clinic.identity.web;

import java.util.Optional;

/// A locked session.
///
/// @param name whose, empty for a patient's
/// @param byPasskey whether a passkey opens it
/// @param problem what did not work
public record LockedPage(String name, boolean byPasskey, Optional<String> problem) {}
