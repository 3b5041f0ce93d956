package org.evenkeel.clinic.forecasting.web;

import java.util.List;

/// Counts of the whole clinic.
public record FiguresPage(List<Figure> figures) {

    /// One count, in words where it is too small to show.
    public record Figure(String words, String count) {}
}
