package org.evenkeel.core.booster;

import org.evenkeel.core.booster.BoosterProposal.AskClinician;
import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.BoosterProposal.Withhold;
import org.evenkeel.core.booster.Influence.Answered;
import org.evenkeel.core.booster.Influence.Treated;
import org.evenkeel.core.forecast.Standing.Spread;
import org.evenkeel.core.forecast.Standing.Trait;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sentences of an explanation, so that page and command line say the same. Days are told
/// relative to the day of the answer: no sentence holds a date.
public final class ExplanationWording {
    private static final int MOST_INFLUENCES = 4;

    private final Explanation explanation;
    private final String instrument;

    /// @param explanation what is told
    /// @param instrument name of the questionnaire
    public ExplanationWording(Explanation explanation, String instrument) {
        this.explanation = explanation;
        this.instrument = instrument;
    }

    /// All of it, in reading order.
    public List<String> sentences() {
        List<String> all = new ArrayList<>();
        all.add(chance());
        explanation.influences().stream()
                .limit(MOST_INFLUENCES)
                .forEach(each -> all.add(influence(each)));
        all.add(untreated());
        all.add(benefit());
        all.add(lasting());
        explanation.next().forEach(each -> all.add(next(each)));
        explanation.caveats().forEach(each -> all.add(each.words()));
        return all;
    }

    /// What is explained.
    public String chance() {
        return "%s (%s) the chance of being unwell is %s if no treatment comes before."
                .formatted(
                        explanation.proposedDay().isPresent()
                                ? "On the proposed day"
                                : "At the next review",
                        ahead(explanation.day()),
                        percent(explanation.unwell()));
    }

    /// What one score or treatment did.
    public String influence(Influence influence) {
        String fact = fact(influence);
        if (influence.unwellWithout().isEmpty()) {
            return "Without " + fact + " there would be no forecast.";
        }
        double without = influence.unwellWithout().getAsDouble();
        if (influence.fact() instanceof Treated) {
            // Who stays well although a treatment is left out seems to need less of it: that is
            // about what is known, not about what the treatment did.
            return "Not knowing of %s, the forecast would say %s."
                    .formatted(fact, percent(without));
        }
        boolean raises = explanation.unwell() >= without;
        String sentence = "%s %s the chance from %s to %s"
                .formatted(
                        capital(fact),
                        raises ? "raises" : "lowers",
                        percent(without),
                        percent(explanation.unwell()));
        return sentence + dated(influence) + ".";
    }

    /// A score or treatment in words, for example `the score of 14, 12 days ago,`.
    public String fact(Influence influence) {
        int ago = explanation.asOf() - influence.fact().day();
        return switch (influence.fact()) {
            case Answered(int _, int score) -> "the score of " + score + ", " + ago(ago) + ",";
            case Treated _ -> "the treatment " + ago(ago);
        };
    }

    private String dated(Influence influence) {
        if (explanation.proposedDay().isEmpty()) {
            return "";
        }
        if (influence.dayWithout().isEmpty()) {
            return "; without it no date would be proposed";
        }
        int later =
                influence.dayWithout().getAsInt() - explanation.proposedDay().getAsInt();
        return later == 0 ? "" : "; without it the date would be " + shift(later);
    }

    /// The level without treatment beside the population's.
    public String untreated() {
        return compared(
                "Untreated, severity would be about",
                explanation.standing().untreated(),
                "points",
                "higher");
    }

    /// The benefit of treatment beside the population's.
    public String benefit() {
        return compared(
                "One treatment takes off, on average, about",
                explanation.standing().benefit(),
                "points",
                "more");
    }

    /// How long benefit lasts beside the population's.
    public String lasting() {
        return compared(
                "Benefit is mostly gone after about",
                explanation.standing().lastingDays(),
                "days",
                "longer");
    }

    private static String compared(String opening, Trait trait, String unit, String more) {
        Spread own = trait.own();
        Spread others = trait.population();
        String pattern =
                "%s %.0f %s (%.0f to %.0f), %s than in %s of patients, whose middle is %.0f "
                        + "(%.0f to %.0f).";
        return String.format(
                Locale.ROOT,
                pattern,
                opening,
                own.p50(),
                unit,
                own.p10(),
                own.p90(),
                more,
                percent(trait.shareBelow()),
                others.p50(),
                others.p10(),
                others.p90());
    }

    /// What the next questionnaire would change.
    public String next(NextAnswer next) {
        return "If the %s %s is %d (%s), %s."
                .formatted(
                        instrument,
                        ahead(next.day()),
                        next.score(),
                        expected(next.points()),
                        outcome(next));
    }

    /// How a score compares with the expected one.
    public static String expected(int points) {
        if (points == 0) {
            return "as expected";
        }
        return Math.abs(points) + (points < 0 ? " lower" : " higher") + " than expected";
    }

    /// What would be proposed then, beside what is proposed now.
    public String outcome(NextAnswer next) {
        return switch (next.proposal()) {
            case Book book ->
                explanation.proposedDay().isPresent()
                        ? moved(book.day() - explanation.proposedDay().getAsInt())
                        : "a date would be proposed: " + ahead(book.day());
            case Withhold(var reasons) ->
                "treatment would be withheld: " + reasons.getFirst().code().code();
            case AskClinician(var reasons) ->
                "it would be a question to the clinician: "
                        + reasons.getFirst().code().code();
        };
    }

    private static String moved(int later) {
        return later == 0 ? "the date stays" : "the date would be " + shift(later);
    }

    private static String shift(int later) {
        return days(Math.abs(later)) + (later > 0 ? " later" : " earlier");
    }

    private String ahead(int day) {
        int days = day - explanation.asOf();
        return days == 1 ? "tomorrow" : "in " + days(days);
    }

    private static String ago(int days) {
        return days == 0 ? "today" : days(days) + " ago";
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
