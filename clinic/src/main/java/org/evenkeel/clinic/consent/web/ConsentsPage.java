package org.evenkeel.clinic.consent.web;

import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.web.FormState;

import java.util.List;

/// What a patient agreed to and what stands.
///
/// @param base path of the record, `/patients/ID` or `/me`
/// @param own whether the reader is the patient
/// @param name the patient's name
/// @param state whether treatment may go on, in sentences
/// @param holds whether it may
/// @param waiting whether a text waits to be read
/// @param texts what can be put before the patient, for staff
/// @param figures those of the text for this patient's treatment, for staff
/// @param stances every choice and whether it stands
/// @param signed what was signed, the latest first
/// @param taken what was taken back, the latest first
/// @param form of taking back, and of starting
public record ConsentsPage(
        String base,
        boolean own,
        String name,
        List<String> state,
        boolean holds,
        boolean waiting,
        List<Text> texts,
        List<Figure> figures,
        List<Stance> stances,
        List<Signed> signed,
        List<String> taken,
        FormState form) {

    /// A text to choose.
    public record Text(String code, String words, boolean proposed) {}

    /// A choice.
    ///
    /// @param code as a form sends it
    /// @param words what it is
    /// @param stands whether the patient agrees now
    public record Stance(String code, String words, boolean stands) {}

    /// A signed consent.
    ///
    /// @param id its id
    /// @param words day, text and way
    /// @param agreed what was chosen
    public record Signed(String id, String words, String agreed) {}
}
