package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.signature.SignatureView;

import java.util.List;

/// The figures a clinic goes by.
///
/// @param confirmed who confirmed them and when; empty where nobody has
/// @param signatures of that confirmation
/// @param stands whether one of them holds; where none does, the figures can be confirmed anew
/// @param sentence what a prescriber signs
/// @param digest of the figures shown
/// @param limits the figures
public record LimitsPage(
        String confirmed,
        List<SignatureView> signatures,
        boolean stands,
        String sentence,
        String digest,
        List<Row> limits) {

    /// A figure and where it stands.
    public record Row(String name, Figure figure) {}
}
