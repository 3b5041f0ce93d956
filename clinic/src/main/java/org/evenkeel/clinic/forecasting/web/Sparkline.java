package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A course in the size of a word: the last half year of scores as a line, treatments as ticks.
///
/// @param line points of the line as SVG takes them
/// @param ticks where treatments stand, from the left
/// @param threshold height of the line from which on a score means unwell, from the top
/// @param endX where the latest score stands, from the left; negative where there is none
/// @param endY its height, from the top
public record Sparkline(
        String line, List<String> ticks, String threshold, String endX, String endY) {
    /// Width of the picture.
    public static final int WIDTH = 132;

    /// Height of the picture.
    public static final int HEIGHT = 34;

    private static final int DAYS = 182;
    private static final int FOOT = 5;
    private static final int EDGE = 3;

    /// Draws what happened up to a day.
    static Sparkline of(Course course, Instrument instrument, int today) {
        List<Rating> shown = course.ratings().stream()
                .filter(rating -> rating.day() > today - DAYS && rating.day() <= today)
                .toList();
        String line = shown.stream()
                .map(rating -> x(rating.day(), today) + "," + y(rating.score(), instrument))
                .collect(Collectors.joining(" "));
        List<String> ticks = course.administrations().stream()
                .filter(given -> given.day() > today - DAYS && given.day() <= today)
                .map(given -> x(given.day(), today))
                .toList();
        return new Sparkline(
                line,
                ticks,
                y(instrument.definitions().unwellFrom().value(), instrument),
                shown.isEmpty() ? "-9" : x(shown.getLast().day(), today),
                shown.isEmpty() ? "-9" : y(shown.getLast().score(), instrument));
    }

    private static String x(int day, int today) {
        return number(WIDTH - EDGE - (today - day) * (WIDTH - 2.0 * EDGE) / DAYS);
    }

    private static String y(int score, Instrument instrument) {
        double share = (double) (score - instrument.minimum())
                / (instrument.maximum() - instrument.minimum());
        return number(HEIGHT - FOOT - EDGE - share * (HEIGHT - FOOT - 2.0 * EDGE));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
