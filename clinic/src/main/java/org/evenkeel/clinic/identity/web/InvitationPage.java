package org.evenkeel.clinic.identity.web;

import java.util.Optional;

/// The page where somebody invited chooses a password.
///
/// @param signInName the name they will sign in with
/// @param action where the form is sent
/// @param problem what did not work
public record InvitationPage(String signInName, String action, Optional<String> problem) {}
