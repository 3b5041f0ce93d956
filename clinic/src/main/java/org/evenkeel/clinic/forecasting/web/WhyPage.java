package org.evenkeel.clinic.forecasting.web;

import java.util.List;
import java.util.Optional;

/// Why an answer is what it is, as shown.
///
/// @param explained the explanation, where there is a forecast
/// @param intervals this patient's own doses and intervals, latest first
/// @param earlier how many earlier intervals are not shown
public record WhyPage(Optional<Explained> explained, List<OwnInterval> intervals, int earlier) {

    /// The explanation.
    ///
    /// @param chance what is explained
    /// @param aside what is left aside; empty where nothing is
    /// @param moved what moved it, most first
    /// @param standing how the patient compares
    /// @param next what the next questionnaire would change
    /// @param caveats what is not known about this patient
    public record Explained(
            String chance,
            String aside,
            List<Moved> moved,
            List<Compared> standing,
            List<Next> next,
            List<String> caveats) {}

    /// One score or treatment.
    ///
    /// @param words in a sentence
    /// @param width length of its bar
    /// @param raises whether it raised the chance
    public record Moved(String words, String width, boolean raises) {}

    /// One trait beside the population's, with the places of both on a line.
    ///
    /// @param words in a sentence
    /// @param label what is compared
    /// @param own the patient's
    /// @param others the population's
    public record Compared(String words, String label, Range own, Range others) {}

    /// Places of the 10, 50 and 90 % points on a line.
    public record Range(String from, String middle, String to) {}

    /// One way the next questionnaire may come out.
    public record Next(String score, String expected, String outcome) {}

    /// A treatment and what followed.
    ///
    /// @param day when
    /// @param dose amount per kilogram
    /// @param days days to the next treatment, in words
    /// @param width length of its bar
    /// @param running whether the next treatment is still to come
    /// @param best lowest score after it
    /// @param last score before the next treatment
    /// @param unwell whether that score counts as unwell
    public record OwnInterval(
            String day,
            String dose,
            String days,
            String width,
            boolean running,
            String best,
            String last,
            boolean unwell) {}

    /// Width of the line a comparison is drawn on.
    public static final int LINE = 240;

    /// Width of the longest bar.
    public static final int BAR = 120;
}
