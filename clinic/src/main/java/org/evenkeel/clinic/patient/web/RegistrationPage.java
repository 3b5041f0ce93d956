package org.evenkeel.clinic.patient.web;

import org.evenkeel.clinic.web.FormState;

/// The form for a new patient.
///
/// @param form what was typed
/// @param today latest day of birth, ISO
/// @param done whether somebody was registered just now
public record RegistrationPage(FormState form, String today, boolean done) {}
