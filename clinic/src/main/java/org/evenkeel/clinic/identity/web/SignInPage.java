package org.evenkeel.clinic.identity.web;

import java.util.Optional;

/// The page where people sign in.
///
/// @param name what was typed as name
/// @param problem what did not work
/// @param isDemo whether links were printed
/// @param hasProvider whether an outside provider can be asked
public record SignInPage(
        String name, Optional<String> problem, boolean isDemo, boolean hasProvider) {}
