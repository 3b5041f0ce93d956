package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.treatment.Held;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.FormState;

import java.util.List;
import java.util.UUID;

/// The form that records a treatment given.
///
/// @param patientId the patient
/// @param name the patient's name
/// @param protocol what they are on
/// @param today last day that may be entered, ISO
/// @param drugs drugs to choose from
/// @param routes routes to choose from
/// @param held what is to be settled first, on the day typed
/// @param seen what of them asks for a reason, as the form carries it; empty where nothing does
/// @param answers what was answered before, newest first
/// @param stands what is corrected, as it stands; empty where nothing is
/// @param form what was typed
public record TreatmentPage(
        UUID patientId,
        String name,
        String protocol,
        String today,
        List<Choice> drugs,
        List<Choice> routes,
        List<Held> held,
        String seen,
        List<Answer> answers,
        String stands,
        FormState form) {

    /// Whether the form corrects something.
    public boolean isCorrection() {
        return !form.value(Correction.CORRECTS).isEmpty();
    }

    /// Why a treatment was recorded although something asked.
    public record Answer(String when, String words, String reason) {}

    /// An entry of a list.
    public record Choice(String value, String words) {}
}
