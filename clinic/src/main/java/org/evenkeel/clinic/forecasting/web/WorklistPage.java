package org.evenkeel.clinic.forecasting.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The worklist as shown.
///
/// @param today the day it is
/// @param rows who is shown, most urgent first
/// @param filters kinds of attention with how many patients need each
/// @param shown the kind shown; empty for all
/// @param total how many patients there are
/// @param drifted whether forecasts are no longer calibrated for this clinic
public record WorklistPage(
        String today,
        List<Row> rows,
        List<Filter> filters,
        Optional<Attention> shown,
        int total,
        boolean drifted) {

    /// One patient.
    ///
    /// @param id address of their page
    /// @param name for the list
    /// @param attention why they stand where they stand
    /// @param why in a sentence
    /// @param score the latest score, where there is one
    /// @param next the day booked or proposed
    /// @param curve the course in small
    /// @param agreed what is agreed about the coming weeks, where something is
    /// @param held what is to be settled before the next treatment, where something is
    public record Row(
            UUID id,
            String name,
            Attention attention,
            String why,
            Optional<LastScore> score,
            Optional<Next> next,
            Sparkline curve,
            Optional<String> agreed,
            Optional<String> held) {}

    /// The latest score.
    ///
    /// @param value the total
    /// @param band what it means
    /// @param unwell whether it is at or above the threshold
    /// @param when how long ago
    public record LastScore(int value, String band, boolean unwell, String when) {}

    /// The next treatment.
    ///
    /// @param day when
    /// @param distance how far from today
    /// @param booked whether a person has booked it; else it is only proposed
    public record Next(String day, String distance, boolean booked) {}

    /// How many patients need a kind of attention.
    public record Filter(Attention attention, int count) {}

    /// Patients who need the same kind of attention.
    public record Group(Attention attention, List<Row> rows) {}

    /// The rows by kind of attention, most urgent first.
    public List<Group> groups() {
        return filters.stream()
                .map(Filter::attention)
                .map(attention -> new Group(
                        attention,
                        rows.stream()
                                .filter(row -> row.attention() == attention)
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    /// How many patients need a clinician today.
    public int urgent() {
        return filters.stream()
                .filter(filter -> filter.attention().ordinal() <= Attention.SOON.ordinal())
                .mapToInt(Filter::count)
                .sum();
    }
}
