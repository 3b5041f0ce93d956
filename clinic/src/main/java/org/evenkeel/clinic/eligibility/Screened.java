package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.history.Facts;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.eligibility.Rule.Severity;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.Screening;
import org.evenkeel.core.eligibility.Screening.Result;
import org.evenkeel.core.eligibility.Screening.State;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.protocol.Protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// What the rules say of a patient and a protocol on a day.
///
/// @param protocol by which protocol
/// @param jurisdiction whose rules
/// @param packs the packs that were asked
/// @param chart what is known
/// @param screening what they came to
public record Screened(
        Protocol protocol,
        String jurisdiction,
        List<RulePack> packs,
        Chart chart,
        Screening screening) {

    static Screened of(
            Protocol protocol,
            String jurisdiction,
            List<RulePack> packs,
            Chart chart,
            LocalDate day) {
        return new Screened(
                protocol,
                jurisdiction,
                packs,
                chart,
                Screening.of(packs, new Evaluation(chart, day)));
    }

    /// Each pack with its version, one a line.
    public String packNames() {
        return packs.stream().map(RulePack::name).collect(Collectors.joining("\n"));
    }

    /// Hash of what is known.
    public String chartHash() {
        return Facts.hash(chart);
    }

    /// A hash that changes when anything does that a decision would rest on.
    public String seen() {
        return Sha256.hex(
                chartHash() + packNames() + protocol.id() + protocol.version() + screening.day());
    }

    /// Rules that block and are raised or open: each is decided against by itself or stays.
    public List<Result> blocking() {
        return screening.results().stream()
                .filter(result ->
                        result.rule().severity() == Severity.BLOCK && result.state() != State.CLEAR)
                .toList();
    }

    /// Whether a rule speaks against treatment: it is raised now, or was when it was last told and
    /// nobody asked since.
    public boolean standsAgainst(Result result) {
        return result.state() == State.RAISED
                || result.state() == State.OPEN
                        && screening.lastTold(result, chart) == State.RAISED;
    }

    /// A rule as a decision against it is kept: what stands against treatment was known.
    Result known(Result result) {
        return standsAgainst(result)
                ? new Result(result.pack(), result.rule(), State.RAISED, result.answer())
                : result;
    }

    /// Rules a prescriber looks at that are raised or open.
    public List<Result> toReview() {
        return screening.results().stream()
                .filter(result -> result.rule().severity() == Severity.REVIEW
                        && result.state() != State.CLEAR)
                .toList();
    }

    /// What a rule is called in forms and rows.
    public static String name(Result result) {
        return result.pack() + "/" + result.rule().id();
    }
}
