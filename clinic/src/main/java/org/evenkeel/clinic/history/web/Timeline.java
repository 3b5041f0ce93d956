package org.evenkeel.clinic.history.web;

import org.evenkeel.clinic.history.FactWords;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Fact.Tried;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Trials, other treatments and ketamine on one axis, in percent of its length.
///
/// @param from first day, in words
/// @param until last day, in words
/// @param years lines of the years between
/// @param tracks one for each thing
public record Timeline(String from, String until, List<Year> years, List<Track> tracks) {
    private static final int DAYS_A_WEEK = 7;
    /// What is no longer than this is still seen.
    private static final double LEAST = 0.6;

    /// Where a year begins.
    public record Year(int year, double at) {}

    /// One thing over time.
    ///
    /// @param kind `trial`, `other` or `ketamine`
    /// @param label what it is
    /// @param words the same as the picture says
    /// @param marks where it was
    public record Track(String kind, String label, String words, List<Mark> marks) {}

    /// From where, how far, and whether its end is not known or it goes on.
    public record Mark(double at, double length, boolean open) {}

    /// Without anything to show.
    public boolean isEmpty() {
        return tracks.isEmpty();
    }

    /// The timeline of a chart up to today.
    ///
    /// @param trials also those of a list that nobody has looked over
    static Timeline of(
            Chart chart,
            List<Tried> trials,
            List<TreatmentGiven> given,
            FactWords words,
            LocalDate today) {
        List<Fact.Treated> others = chart.treatments().stream()
                .filter(each -> each.status() != Status.NEVER)
                .toList();
        LocalDate first = Stream.of(
                        trials.stream().map(Fact::on),
                        others.stream().map(Fact::on),
                        given.stream().map(TreatmentGiven::on))
                .flatMap(days -> days)
                .min(LocalDate::compareTo)
                .orElse(today);
        Axis axis = new Axis(first, today);
        List<Track> tracks = new ArrayList<>();
        trials.stream()
                .sorted(Comparator.comparing(Tried::on))
                .map(trial -> trial(trial, words, axis))
                .forEach(tracks::add);
        others.stream()
                .sorted(Comparator.comparing(Fact::on))
                .map(each -> other(each, words, axis))
                .forEach(tracks::add);
        if (!given.isEmpty()) {
            tracks.add(ketamine(given, axis));
        }
        return new Timeline(Words.day(first), Words.day(today), axis.years(), tracks);
    }

    private static Track trial(Tried trial, FactWords words, Axis axis) {
        int days = trial.weeks()
                .map(weeks -> weeks.multiply(BigDecimal.valueOf(DAYS_A_WEEK)))
                .map(each -> each.setScale(0, RoundingMode.HALF_UP).intValue())
                .orElse(0);
        String what = words.what(trial);
        return new Track(
                "trial",
                what.substring(0, what.indexOf(',') < 0 ? what.length() : what.indexOf(',')),
                words.of(trial),
                List.of(new Mark(
                        axis.at(trial.on()),
                        axis.length(trial.on(), days),
                        trial.weeks().isEmpty())));
    }

    private static Track other(Fact.Treated other, FactWords words, Axis axis) {
        boolean running = other.status() == Status.RUNNING;
        return new Track(
                "other",
                words.treatment(other.treatment()),
                words.of(other),
                List.of(new Mark(
                        axis.at(other.on()),
                        running ? 100 - axis.at(other.on()) : LEAST,
                        running)));
    }

    private static Track ketamine(List<TreatmentGiven> given, Axis axis) {
        return new Track(
                "ketamine",
                "Ketamine",
                given.size() + " treatments from " + Words.day(given.getFirst().on()) + " to "
                        + Words.day(given.getLast().on()),
                given.stream()
                        .map(each -> new Mark(axis.at(each.on()), LEAST, false))
                        .toList());
    }

    /// Days as shares of the way from the first to the last.
    private record Axis(LocalDate first, LocalDate last) {
        double at(LocalDate day) {
            return round(Math.clamp(100.0 * between(first, day) / span(), 0, 100 - LEAST));
        }

        double length(LocalDate from, int days) {
            double length = 100.0 * days / span();
            return round(Math.clamp(length, LEAST, Math.max(LEAST, 100 - at(from))));
        }

        List<Year> years() {
            List<Year> years = new ArrayList<>();
            for (int year = first.getYear() + 1; year <= last.getYear(); year++) {
                years.add(new Year(year, at(LocalDate.of(year, 1, 1))));
            }
            return List.copyOf(years);
        }

        private double span() {
            return Math.max(1, between(first, last));
        }

        private static long between(LocalDate from, LocalDate to) {
            return to.toEpochDay() - from.toEpochDay();
        }

        private static double round(double share) {
            return Math.round(share * 100) / 100.0;
        }
    }
}
