package org.evenkeel.clinic.oversight.web;

import org.evenkeel.clinic.web.FormState;

import java.util.List;
import java.util.UUID;

/// The form that opens a record in an emergency.
///
/// @param form what was typed
/// @param today the latest date of birth
/// @param open what the person has open now
public record EmergencyPage(FormState form, String today, List<Open> open) {

    /// A record open now.
    public record Open(UUID patientId, String until) {}
}
