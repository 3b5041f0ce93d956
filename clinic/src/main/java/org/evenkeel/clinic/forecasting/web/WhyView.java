package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.forecasting.web.WhyPage.Compared;
import org.evenkeel.clinic.forecasting.web.WhyPage.Explained;
import org.evenkeel.clinic.forecasting.web.WhyPage.Moved;
import org.evenkeel.clinic.forecasting.web.WhyPage.Next;
import org.evenkeel.clinic.forecasting.web.WhyPage.OwnInterval;
import org.evenkeel.clinic.forecasting.web.WhyPage.Range;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.booster.Caveat;
import org.evenkeel.core.booster.Explanation;
import org.evenkeel.core.booster.ExplanationWording;
import org.evenkeel.core.booster.Influence;
import org.evenkeel.core.booster.NextAnswer;
import org.evenkeel.core.course.Interval;
import org.evenkeel.core.forecast.Standing.Spread;
import org.evenkeel.core.forecast.Standing.Trait;
import org.evenkeel.core.instrument.Outcomes;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Turns an explanation into what the page shows.
final class WhyView {
    private static final int MOST_MOVED = 4;
    private static final int MOST_INTERVALS = 8;

    private final Snapshot snapshot;
    private final Answer answer;

    WhyView(Snapshot snapshot, Answer answer) {
        this.snapshot = snapshot;
        this.answer = answer;
    }

    WhyPage page(Optional<Explanation> explanation) {
        List<Interval> all =
                Interval.of(snapshot.course(answer.content().instrument().id())
                        .until((int) answer.asOf().toEpochDay()));
        List<Interval> shown = all.subList(Math.max(0, all.size() - MOST_INTERVALS), all.size());
        int longest = shown.stream().mapToInt(this::length).max().orElse(1);
        return new WhyPage(
                explanation.map(this::explained),
                shown.reversed().stream().map(each -> own(each, longest)).toList(),
                all.size() - shown.size());
    }

    private Explained explained(Explanation explanation) {
        ExplanationWording words = new ExplanationWording(
                explanation, Words.instrument(answer.content().instrument().id()));
        List<Influence> moved =
                explanation.influences().stream().limit(MOST_MOVED).toList();
        double most = moved.stream()
                .mapToDouble(each -> size(each, explanation))
                .max()
                .orElse(1);
        return new Explained(
                words.chance(),
                snapshot.agreement().isPresent() ? "What is agreed is left aside here." : "",
                moved.stream()
                        .map(each -> new Moved(
                                words.influence(each),
                                number(WhyPage.BAR * size(each, explanation) / most),
                                each.moved(explanation.unwell()) > 0))
                        .toList(),
                List.of(
                        compared(
                                "Without treatment",
                                words.untreated(),
                                explanation.standing().untreated()),
                        compared(
                                "One treatment",
                                words.benefit(),
                                explanation.standing().benefit()),
                        compared(
                                "How long it lasts",
                                words.lasting(),
                                explanation.standing().lastingDays())),
                explanation.next().stream().map(each -> next(each, words)).toList(),
                explanation.caveats().stream().map(Caveat::words).toList());
    }

    /// Where there would be no forecast without it, its bar is as long as can be.
    private static double size(Influence influence, Explanation explanation) {
        return Math.min(1, Math.abs(influence.moved(explanation.unwell())));
    }

    private static Next next(NextAnswer each, ExplanationWording words) {
        return new Next(
                Integer.toString(each.score()),
                ExplanationWording.expected(each.points())
                        + ", "
                        + Words.day(LocalDate.ofEpochDay(each.day())),
                words.outcome(each));
    }

    private static Compared compared(String label, String words, Trait trait) {
        double low = Math.min(trait.own().p10(), trait.population().p10());
        double high = Math.max(trait.own().p90(), trait.population().p90());
        return new Compared(
                words, label, range(trait.own(), low, high), range(trait.population(), low, high));
    }

    private static Range range(Spread spread, double low, double high) {
        return new Range(
                place(spread.p10(), low, high),
                place(spread.p50(), low, high),
                place(spread.p90(), low, high));
    }

    private static String place(double value, double low, double high) {
        double share = high > low ? (value - low) / (high - low) : 0.5;
        return number(8 + share * (WhyPage.LINE - 16));
    }

    private int length(Interval interval) {
        int today = (int) answer.asOf().toEpochDay();
        return Math.max(1, interval.days().orElse(today - interval.day()));
    }

    private OwnInterval own(Interval interval, int longest) {
        boolean running = interval.days().isEmpty();
        return new OwnInterval(
                Words.day(LocalDate.ofEpochDay(interval.day())),
                interval.dosePerKg()
                        .map(dose -> String.format(Locale.ENGLISH, "%.2f mg/kg", dose.value()))
                        .orElse("not known"),
                running ? soFar(interval.day()) : Words.days(length(interval)),
                number((double) WhyPage.BAR * length(interval) / longest),
                running,
                score(interval.best()),
                score(interval.last()),
                interval.last().isPresent()
                        && Outcomes.isUnwell(
                                answer.content().instrument(), interval.last().getAsInt()));
    }

    private String soFar(int day) {
        int days = (int) answer.asOf().toEpochDay() - day;
        return days == 0 ? "given today" : Words.days(days) + " so far";
    }

    private static String score(OptionalInt score) {
        return score.isPresent() ? Integer.toString(score.getAsInt()) : "not asked";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
