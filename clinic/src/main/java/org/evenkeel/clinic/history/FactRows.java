package org.evenkeel.clinic.history;

import org.evenkeel.clinic.history.Noted.Known;
import org.evenkeel.clinic.history.Noted.Listing;
import org.evenkeel.clinic.history.Noted.Whole;
import org.evenkeel.clinic.history.Noted.Withdrawn;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Specifier;
import org.evenkeel.core.history.Fact.Status;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Facts as they stand in the table, and back.
final class FactRows {
    /// Columns in the order of [#values].
    static final String COLUMNS =
            "kind, name, on_day, until_day, amount, unit, weeks, adherence," + " outcome, marks";

    private static final String MILLIGRAM = "mg";
    private static final String EPISODE = "episode";
    private static final String ADDED = "added";

    private FactRows() {}

    /// The columns of a row before they are put in order.
    private record Columns(
            String kind, String name, LocalDate on, Optional<LocalDate> until, Rest rest) {
        Columns(String kind, String name, LocalDate on) {
            this(kind, name, on, Optional.empty(), Rest.NOTHING);
        }

        Object[] values() {
            return new Object[] {
                kind,
                name,
                on,
                until.orElse(null),
                rest.amount.orElse(null),
                rest.unit.orElse(null),
                rest.weeks.orElse(null),
                rest.adherence.map(FactRows::code).orElse(null),
                rest.outcome.orElse(null),
                rest.marks.toArray(String[]::new)
            };
        }
    }

    private record Rest(
            Optional<BigDecimal> amount,
            Optional<String> unit,
            Optional<BigDecimal> weeks,
            Optional<Adherence> adherence,
            Optional<String> outcome,
            List<String> marks) {
        static final Rest NOTHING = new Rest(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        static Rest ofOutcome(String outcome) {
            return NOTHING.with(Optional.empty(), outcome);
        }

        Rest with(Optional<Adherence> taken, String came) {
            return new Rest(amount, unit, weeks, taken, Optional.of(came), marks);
        }

        Rest with(BigDecimal value, String inUnit) {
            return new Rest(
                    Optional.of(value), Optional.of(inUnit), weeks, adherence, outcome, marks);
        }

        Rest marked(List<String> with) {
            return new Rest(amount, unit, weeks, adherence, outcome, with);
        }
    }

    /// The values of [#COLUMNS].
    static Object[] values(Noted noted) {
        return switch (noted) {
            case Known(Fact fact) -> columns(fact).values();
            case Whole(Listing listing, LocalDate on) ->
                new Columns("whole", listing.code(), on).values();
            case Withdrawn(LocalDate on) -> new Columns("withdrawn", "withdrawn", on).values();
        };
    }

    private static Columns columns(Fact fact) {
        return switch (fact) {
            case Fact.Diagnosed it ->
                new Columns(
                        "diagnosis",
                        it.code(),
                        it.on(),
                        it.until(),
                        Rest.NOTHING.marked(it.specifiers().stream()
                                .sorted()
                                .map(FactRows::code)
                                .toList()));
            case Fact.Tried it ->
                new Columns("trial", it.ingredient(), it.on(), Optional.empty(), rest(it));
            case Fact.Treated it ->
                new Columns(
                        "treatment",
                        it.treatment(),
                        it.on(),
                        Optional.empty(),
                        Rest.NOTHING.with(Optional.of(it.adherence()), code(it.status())));
            case Fact.Taken it ->
                new Columns("medicine", it.ingredient(), it.on(), it.until(), Rest.NOTHING);
            case Fact.Answered it ->
                new Columns(
                        "answer",
                        it.question(),
                        it.on(),
                        Optional.empty(),
                        Rest.ofOutcome(it.yes() ? "yes" : "no"));
            case Fact.Measured it ->
                new Columns(
                        "quantity",
                        it.quantity(),
                        it.on(),
                        Optional.empty(),
                        Rest.NOTHING.with(it.value(), it.unit()));
            case Fact.Scored _ -> throw new IllegalArgumentException("scores are kept elsewhere");
        };
    }

    private static Rest rest(Fact.Tried trial) {
        List<String> marks = Stream.of(trial.episode() ? EPISODE : "", trial.added() ? ADDED : "")
                .filter(mark -> !mark.isEmpty())
                .toList();
        return new Rest(
                trial.dailyMg(),
                trial.dailyMg().map(_ -> MILLIGRAM),
                trial.weeks(),
                Optional.of(trial.adherence()),
                Optional.of(code(trial.improvement())),
                marks);
    }

    /// Reads a row.
    static Noted noted(ResultSet row) throws SQLException {
        String name = row.getString("name");
        LocalDate on = row.getObject("on_day", LocalDate.class);
        return switch (row.getString("kind")) {
            case "whole" -> new Whole(Listing.valueOf(name.toUpperCase(Locale.ROOT)), on);
            case "withdrawn" -> new Withdrawn(on);
            default -> new Known(fact(row, name, on));
        };
    }

    private static Fact fact(ResultSet row, String name, LocalDate on) throws SQLException {
        Optional<LocalDate> until =
                Optional.ofNullable(row.getObject("until_day", LocalDate.class));
        String kind = row.getString("kind");
        return switch (kind) {
            case "diagnosis" ->
                new Fact.Diagnosed(
                        name,
                        marks(row).stream()
                                .map(mark -> Specifier.valueOf(mark.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toSet()),
                        on,
                        until);
            case "trial" -> trial(row, name, on);
            case "treatment" ->
                new Fact.Treated(name, read(row, "outcome", Status.class), adherence(row), on);
            case "medicine" -> new Fact.Taken(name, on, until);
            case "answer" -> new Fact.Answered(name, "yes".equals(row.getString("outcome")), on);
            case "quantity" ->
                new Fact.Measured(name, row.getBigDecimal("amount"), row.getString("unit"), on);
            default -> throw new IllegalStateException("'" + kind + "' is no kind of fact");
        };
    }

    private static Fact trial(ResultSet row, String name, LocalDate on) throws SQLException {
        Set<String> marks = marks(row);
        return new Fact.Tried(
                name,
                Optional.ofNullable(row.getBigDecimal("amount")),
                Optional.ofNullable(row.getBigDecimal("weeks")),
                adherence(row),
                read(row, "outcome", Improvement.class),
                marks.contains(EPISODE),
                marks.contains(ADDED),
                on);
    }

    private static Adherence adherence(ResultSet row) throws SQLException {
        return read(row, "adherence", Adherence.class);
    }

    private static <E extends Enum<E>> E read(ResultSet row, String column, Class<E> type)
            throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    private static Set<String> marks(ResultSet row) throws SQLException {
        Array marks = row.getArray("marks");
        return Arrays.stream((String[]) marks.getArray()).collect(Collectors.toSet());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
