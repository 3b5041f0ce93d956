package org.evenkeel.clinic.prom.web;

import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.instrument.Instrument;

import java.util.List;
import java.util.UUID;

/// The form that takes an answered questionnaire.
///
/// @param patientId the patient
/// @param name the patient's name
/// @param today last day that may be entered, ISO
/// @param instrument the questionnaire
/// @param others the other questionnaires there are
/// @param stands what is corrected, as it stands; empty where nothing is
/// @param form what was typed
public record QuestionnairePage(
        UUID patientId,
        String name,
        String today,
        Instrument instrument,
        List<Instrument> others,
        String stands,
        FormState form) {

    /// Whether the form corrects something.
    public boolean isCorrection() {
        return !form.value(Correction.CORRECTS).isEmpty();
    }

    /// Name of an item's field.
    public static String field(int item) {
        return "item-" + item;
    }

    /// Whether an item is the one about self-harm.
    public boolean isRisk(int item) {
        return instrument.riskItem().map(risk -> risk.number() == item).orElse(false);
    }
}
