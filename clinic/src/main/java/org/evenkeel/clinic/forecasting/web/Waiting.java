package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.web.Words;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What changes if the next treatment waits until a day.
///
/// @param day the day chosen, ISO
/// @param words the day in words
/// @param distance how far it is
/// @param chance chance of being unwell on it, in words
/// @param aboveLimit whether that is more than the clinic accepts
/// @param daysUnwell days unwell to be expected until then, in words
/// @param allowed what the protocol says to that day; empty where it allows it
/// @param rows the same for other days
/// @param band the picture with a treatment on the day, as JSON
public record Waiting(
        String day,
        String words,
        String distance,
        String chance,
        boolean aboveLimit,
        String daysUnwell,
        String allowed,
        List<Row> rows,
        String band) {

    private static final List<Integer> WEEKS = List.of(1, 2, 4);

    /// One line of the comparison.
    public record Row(
            String label, String day, String chance, boolean aboveLimit, String daysUnwell) {}

    /// A day and what it is called in the comparison.
    private record Choice(String label, LocalDate day) {}

    static Waiting until(LocalDate day, Answer answer, Outlook outlook, double limit) {
        double chance = outlook.unwellOn(day);
        List<Row> rows = choices(answer).stream()
                .map(choice -> row(choice, outlook, limit))
                .toList();
        return new Waiting(
                day.toString(),
                Words.weekday(day),
                Words.distance(answer.asOf(), day),
                Words.percent(chance),
                chance > limit,
                Words.decimal(outlook.daysUnwellUntil(day)),
                allowed(day, answer),
                rows,
                Json.of(outlook.band(List.of(day))));
    }

    private static List<Choice> choices(Answer answer) {
        Stream<Choice> proposed =
                answer.proposedDay().stream().map(day -> new Choice("As proposed", day));
        Stream<Choice> later = WEEKS.stream()
                .map(weeks -> new Choice(
                        "Wait " + (weeks == 1 ? "1 week" : weeks + " weeks"),
                        answer.asOf().plusWeeks(weeks)));
        return new ArrayList<>(Stream.concat(proposed, later).toList());
    }

    private static Row row(Choice choice, Outlook outlook, double limit) {
        double chance = outlook.unwellOn(choice.day());
        return new Row(
                choice.label(),
                Words.day(choice.day()),
                Words.percent(chance),
                chance > limit,
                Words.decimal(outlook.daysUnwellUntil(choice.day())));
    }

    private static String allowed(LocalDate day, Answer answer) {
        return answer.bounds()
                .filter(bounds -> !bounds.contain(day))
                .map(bounds -> {
                    boolean early = day.isBefore(bounds.earliest());
                    long off = early
                            ? ChronoUnit.DAYS.between(day, bounds.earliest())
                            : ChronoUnit.DAYS.between(bounds.latest(), day);
                    return Words.days(off) + (early ? " earlier" : " later")
                            + " than the protocol allows";
                })
                .orElse("");
    }
}
