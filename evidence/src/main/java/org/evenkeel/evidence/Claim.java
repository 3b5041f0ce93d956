package org.evenkeel.evidence;

import java.util.List;

/// One claim with what was found for it.
///
/// @param id `EV-` and three digits
/// @param section where on the page it stands
/// @param sentence what is claimed
/// @param check the test as `Class#method`, or the command that measures it
/// @param source what it is compared with; blank where there is nothing
/// @param seed what chance came from; blank where there was none
/// @param model version of the forecast's model, where it is about that; else blank
/// @param date when it was measured, ISO 8601
/// @param table the figures
/// @param plots pictures of them
/// @param shortfalls sentences that say where it is worse or does not fit
public record Claim(
        String id,
        Section section,
        String sentence,
        String check,
        String source,
        String seed,
        String model,
        String date,
        Table table,
        List<Plot> plots,
        List<String> shortfalls) {

    public Claim {
        if (!id.matches("EV-\\d{3}")) {
            throw new IllegalArgumentException("an id is EV- and three digits, got " + id);
        }
        plots = List.copyOf(plots);
        shortfalls = List.copyOf(shortfalls);
    }

    /// A claim without figures yet.
    public static Claim of(String id, Section section, String sentence, String check) {
        return new Claim(
                id, section, sentence, check, "", "", "", "", Table.EMPTY, List.of(), List.of());
    }

    /// Rows of figures under named columns.
    public record Table(List<String> columns, List<List<String>> rows) {
        static final Table EMPTY = new Table(List.of(), List.of());

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells under " + columns);
                }
            }
        }
    }

    /// A picture: values of each line over the same places.
    ///
    /// @param title what it shows
    /// @param bars whether values are bars and not lines
    /// @param across what the places are, named
    /// @param up what the values are, named
    /// @param places from left to right
    /// @param lines the values
    public record Plot(
            String title,
            boolean bars,
            String across,
            String up,
            List<Double> places,
            List<Line> lines) {
        public Plot {
            places = List.copyOf(places);
            lines = List.copyOf(lines);
        }
    }

    /// Values with a name, one for each place.
    public record Line(String name, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public Claim from(String compared) {
        return new Claim(
                id,
                section,
                sentence,
                check,
                compared,
                seed,
                model,
                date,
                table,
                plots,
                shortfalls);
    }

    public Claim seeded(String chance) {
        return new Claim(
                id,
                section,
                sentence,
                check,
                source,
                chance,
                model,
                date,
                table,
                plots,
                shortfalls);
    }

    public Claim about(String version) {
        return new Claim(
                id,
                section,
                sentence,
                check,
                source,
                seed,
                version,
                date,
                table,
                plots,
                shortfalls);
    }

    public Claim on(String day) {
        return new Claim(
                id, section, sentence, check, source, seed, model, day, table, plots, shortfalls);
    }

    public Claim with(Table figures) {
        return new Claim(
                id,
                section,
                sentence,
                check,
                source,
                seed,
                model,
                date,
                figures,
                plots,
                shortfalls);
    }

    public Claim drawn(List<Plot> pictures) {
        return new Claim(
                id,
                section,
                sentence,
                check,
                source,
                seed,
                model,
                date,
                table,
                pictures,
                shortfalls);
    }

    public Claim worse(List<String> sentences) {
        return new Claim(
                id, section, sentence, check, source, seed, model, date, table, plots, sentences);
    }
}
