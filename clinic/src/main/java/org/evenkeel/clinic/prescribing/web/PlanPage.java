package org.evenkeel.clinic.prescribing.web;

import org.evenkeel.clinic.signature.SignatureView;
import org.evenkeel.clinic.web.FormState;

import java.util.List;
import java.util.UUID;

/// A patient's plans and the form that draws one up.
///
/// @param patientId whose
/// @param name their name
/// @param now the protocol they are on, in a sentence
/// @param runs whether a course runs
/// @param signed plans that were signed, the latest first
/// @param protocols those that may be chosen
/// @param today for the latest day of a weight
/// @param form what was entered
public record PlanPage(
        UUID patientId,
        String name,
        String now,
        boolean runs,
        List<Signed> signed,
        List<Choice> protocols,
        String today,
        FormState form) {

    /// A signed plan.
    ///
    /// @param words protocol, version, first day and dose
    /// @param by who signed
    /// @param reason why it took another's place; empty where it did not
    /// @param visits every visit, one a line
    /// @param signatures who signed it
    public record Signed(
            String words,
            String by,
            String reason,
            List<String> visits,
            List<SignatureView> signatures) {}

    /// A protocol.
    public record Choice(String id, String words) {}
}
