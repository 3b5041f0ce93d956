package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.content.Figure;

import java.util.List;

/// The figures a clinic goes by.
///
/// @param confirmed who confirmed them and when; empty where nobody has
/// @param digest of the figures shown
/// @param limits the figures
public record LimitsPage(String confirmed, String digest, List<Row> limits) {

    /// A figure and where it stands.
    public record Row(String name, Figure figure) {}
}
