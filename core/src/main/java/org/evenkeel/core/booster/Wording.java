package org.evenkeel.core.booster;

import org.evenkeel.core.forecast.Portrait;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.protocol.IntervalBounds.EarlyWarning;
import org.evenkeel.core.protocol.IntervalBounds.Stability;
import org.evenkeel.core.protocol.IntervalBounds.StepRule;
import org.evenkeel.core.protocol.IntervalTable;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.Reason.Figure;
import org.evenkeel.core.safety.ReasonCode;
import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The sentences of proposals, one function for each reason, so that they can be read together.
final class Wording {
    private Wording() {}

    static Reason noRecentScore(Instrument instrument, int days) {
        return reason(
                ReasonCode.NO_RECENT_SCORE,
                "There is no " + instrument.title() + " from the last " + days
                        + " days: ask for one before dating a treatment.",
                new Figure("limit-days", days));
    }

    static Reason noTreatmentYet() {
        return reason(
                ReasonCode.NO_TREATMENT_YET,
                "No treatment has been given yet: the protocol's series comes first.");
    }

    static Reason noneByThisPlanYet() {
        return reason(
                ReasonCode.NO_TREATMENT_YET,
                "No treatment has been given by the present plan yet: the protocol's series comes "
                        + "first.");
    }

    static Reason noMaintenancePhase() {
        return reason(
                ReasonCode.NO_MAINTENANCE_PHASE,
                "The protocol's source says nothing about treatment after its series.");
    }

    static Reason seriesNotComplete(int given, int visits) {
        return reason(
                ReasonCode.SERIES_NOT_COMPLETE,
                "The dated series is still running: " + given + " of " + visits
                        + " visits were given.",
                new Figure("given", given),
                new Figure("series", visits));
    }

    /// How a day found by the risk limit compares with it.
    static Reason byRisk(ReasonCode code, int interval, double unwell, double limit) {
        String ending = switch (code) {
            case RISK_WITHIN_LIMIT -> "within the limit of %.0f %%; a day later it is not.";
            case LONGEST_INTERVAL -> "within the limit of %.0f %%, and no later day is allowed.";
            case SHORTEST_INTERVAL ->
                "above the limit of %.0f %% even at the shortest interval allowed.";
            default -> "against a limit of %.0f %%: the treatment is overdue.";
        };
        String opening = """
                %d days after the last treatment the chance of being unwell is %.0f %%, \
                """;
        return reason(
                code,
                words(opening + ending, interval, 100 * unwell, 100 * limit),
                new Figure("interval-days", interval),
                new Figure("unwell", unwell),
                new Figure("limit", limit));
    }

    /// Why a day is the cheapest: from it on, waiting costs more than an average day of the best
    /// plan.
    static Reason byCost(ReasonCode code, int interval, double waiting, YearPlan.Comparison year) {
        String pattern = """
                %d days after the last treatment a day of waiting is unwell with a chance of \
                %.0f %%; from %.0f %% on, treating costs less. The best steady plan, every %d \
                days, is expected to bring %.0f days unwell and %d treatments over the coming \
                year, each priced at %.1f days; without treatment it would be %.0f days.""";
        String words = words(
                pattern,
                interval,
                100 * waiting,
                100 * year.worthTreating(),
                year.best().intervalDays(),
                year.best().unwellDays(),
                year.best().treatments(),
                year.price(),
                year.none().unwellDays());
        return new Reason(code, words, figures(year));
    }

    static Reason treatingDoesNotPay(YearPlan.Comparison year) {
        String pattern = """
                A year without treatment is expected to bring %.0f days unwell; the best \
                interval brings %.0f with %d treatments, which does not pay at %.1f days each: \
                talk about stopping.""";
        String words = words(
                pattern,
                year.none().unwellDays(),
                year.best().unwellDays(),
                year.best().treatments(),
                year.price());
        return new Reason(ReasonCode.CONSIDER_STOPPING, words, figures(year));
    }

    private static List<Figure> figures(YearPlan.Comparison year) {
        return List.of(
                new Figure("unwell-days", year.best().unwellDays()),
                new Figure("treatments", year.best().treatments()),
                new Figure("price-days", year.price()),
                new Figure("untreated-unwell-days", year.none().unwellDays()));
    }

    static Reason longWell(int days, double unwell) {
        String pattern = """
                Every score of the last %d days is in remission, and the chance of being unwell \
                stays at %.0f %% as long as the protocol can wait: talk about a taper or a \
                monitored time without treatment.""";
        return reason(
                ReasonCode.CONSIDER_STOPPING,
                words(pattern, days, 100 * unwell),
                new Figure("days", days),
                new Figure("unwell", unwell));
    }

    static Reason beyondHorizon(int days) {
        return reason(
                ReasonCode.BEYOND_HORIZON,
                "The prior supports a forecast for " + days
                        + " days, less than the days the protocol allows for the next treatment.",
                new Figure("horizon-days", days));
    }

    /// How far one decision may change the interval.
    static Reason stepRule(StepRule rule, int present, int least, int most) {
        String pattern = """
                One decision may change the last interval of %d days by at most %.0f %% longer \
                (%d days) or %.0f %% shorter (%d days)%s.""";
        String words = words(
                pattern,
                present,
                100 * rule.lengthenBy().value(),
                most,
                100 * rule.shortenBy().value(),
                least,
                unverified(rule.lengthenBy()));
        return reason(
                ReasonCode.STEP_RULE,
                words,
                new Figure("present-days", present),
                new Figure("least-days", least),
                new Figure("most-days", most));
    }

    /// Why the interval may not get longer yet.
    static Reason notYetLonger(Stability rule, int present, String why) {
        String pattern = """
                The interval of %d days may not get longer yet: %s. It takes %d visits in a row \
                with a score in response that differs from the one before by less than %d \
                points%s.""";
        String words = words(
                pattern,
                present,
                why,
                rule.visits().value(),
                rule.change().value(),
                unverified(rule.visits()));
        return reason(
                ReasonCode.NOT_YET_LONGER,
                words,
                new Figure("present-days", present),
                new Figure("visits", rule.visits().value()),
                new Figure("change", rule.change().value()));
    }

    /// Why the interval is to get shorter.
    static Reason earlyWarning(EarlyWarning rule, int present, EarlyWarnings.Confirmed scores) {
        String pattern = """
                Scores of %d and then %d warn that the depression may be coming back: where the \
                protocol allows it, the next interval is shorter than the last one of %d days%s.""";
        String words =
                words(pattern, scores.first(), scores.second(), present, unverified(rule.rise()));
        return reason(
                ReasonCode.EARLY_WARNING,
                words,
                new Figure("present-days", present),
                new Figure("score", scores.first()),
                new Figure("confirming-score", scores.second()));
    }

    private static String unverified(Cited<?> figure) {
        return figure.tag().isUnverified() ? "; this rule is unverified" : "";
    }

    static Reason populationBasis(int scores) {
        return reason(
                ReasonCode.POPULATION_BASIS,
                "Only " + scores + (scores == 1 ? " score is" : " scores are")
                        + " known: the answer leans on the population.",
                new Figure("scores", scores));
    }

    static Reason fadingBenefit(Portrait portrait) {
        String pattern = """
                Severity is about %.1f now; untreated it would be about %.1f. The benefit \
                present is about %.1f points and mostly gone in about %.0f days.""";
        String words = words(
                pattern,
                portrait.severity().mean(),
                portrait.untreated().mean(),
                portrait.benefitNow().mean(),
                portrait.lastingDays().mean());
        return reason(
                ReasonCode.FADING_BENEFIT,
                words,
                new Figure("severity", portrait.severity().mean()),
                new Figure("severity-sd", portrait.severity().sd()),
                new Figure("untreated", portrait.untreated().mean()),
                new Figure("benefit", portrait.benefitNow().mean()),
                new Figure("fade-days", portrait.lastingDays().mean()));
    }

    /// What a protocol's table says at the present interval, or all of it where it has nothing for
    /// that one.
    static Reason intervalTable(IntervalTable table, int presentDays) {
        List<IntervalTable.Row> own = table.rows().stream()
                .filter(row -> row.presentDays() == presentDays)
                .toList();
        String rows = (own.isEmpty() ? table.rows() : own)
                .stream()
                        .map(IntervalTable.Row::words)
                        .map(words ->
                                words.value() + (words.tag().isUnverified() ? " (unverified)" : ""))
                        .distinct()
                        .collect(Collectors.joining("; "));
        return reason(
                ReasonCode.INTERVAL_TABLE,
                "The protocol has a table of its own for the next interval (" + rows
                        + "). This date does not go by it: compare the two.");
    }

    private static Reason reason(ReasonCode code, String words, Figure... figures) {
        return new Reason(code, words, List.of(figures));
    }

    private static String words(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }
}
