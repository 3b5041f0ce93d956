package org.evenkeel.clinic.identity.web;

import org.evenkeel.clinic.web.FormState;

import java.util.List;

/// The page where a clinic begins.
///
/// @param form what was typed
/// @param zones time zones to choose from
/// @param action where the form is sent
public record SetUpPage(FormState form, List<String> zones, String action) {}
