package org.evenkeel.clinic.consent.web;

import org.evenkeel.clinic.consent.TakeConsent;
import org.evenkeel.clinic.web.FormState;

/// A text to read and its questions.
///
/// @param base path of the record
/// @param own whether the reader is signed in as the patient
/// @param reading the text and how far one is
/// @param manner drug, route and label status in words
/// @param asking whether the answers were looked at: the questions come first then
/// @param form answers so far and what is behind them
public record ReadPage(
        String base,
        boolean own,
        TakeConsent.Reading reading,
        String manner,
        boolean asking,
        FormState form) {

    /// The form's field of a question.
    public static String field(String question) {
        return "q-" + question;
    }
}
