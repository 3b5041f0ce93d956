package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.core.protocol.IntervalBounds.ScoreRule;
import org.evenkeel.core.protocol.IntervalBounds.StepRule;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.util.Optional;

/// How far the number behind a reason has been followed to its source.
///
/// @param unverified whether the page must say so
/// @param source where the number comes from
/// @param figure the same with the way to its source; empty where it is no figure of a source
record Evidence(boolean unverified, String source, Optional<Figure> figure) {

    /// What stands behind a reason of an answer.
    static Evidence of(Reason reason, Answer answer) {
        return answer.findings().stream()
                .filter(finding -> finding.reason().code() == reason.code())
                .findFirst()
                .map(finding -> of(finding.tag(), finding.source()))
                .orElseGet(() -> ofContent(reason.code(), answer));
    }

    private static Evidence ofContent(ReasonCode code, Answer answer) {
        return switch (code) {
            case RISK_WITHIN_LIMIT -> of(answer.content().settings().riskLimit());
            case LONGEST_INTERVAL, OVERDUE ->
                maintenance(answer).map(part -> of(part.bounds().maximumDays())).orElse(MODEL);
            case SHORTEST_INTERVAL ->
                maintenance(answer).map(part -> of(part.bounds().minimumDays())).orElse(MODEL);
            case STEP_RULE ->
                maintenance(answer)
                        .flatMap(part -> part.bounds().step())
                        .map(step -> of(step.lengthenBy()))
                        .orElse(MODEL);
            case NOT_YET_LONGER ->
                scores(answer).map(rule -> of(rule.stable().visits())).orElse(MODEL);
            case EARLY_WARNING ->
                scores(answer).map(rule -> of(rule.warning().rise())).orElse(MODEL);
            case LEAST_COST -> of(answer.content().settings().treatmentPriceDays());
            case NO_RECENT_SCORE -> of(answer.content().settings().recentScoreDays());
            case CONSIDER_STOPPING -> of(answer.content().settings().stopAfterWellDays());
            case NO_TREATMENT_YET, SERIES_NOT_COMPLETE, NO_MAINTENANCE_PHASE ->
                of(answer.content().protocol().series().getFirst().basis());
            case TREATMENT_FREE,
                    TREATMENT_FREE_RETURN,
                    TREATMENT_FREE_COMPLETE,
                    STRETCH_RUNNING,
                    STRETCH_STOP,
                    STRETCH_COMPLETE -> AGREED;
            default -> MODEL;
        };
    }

    private static final Evidence AGREED =
            new Evidence(false, "what was agreed beforehand, see Agreed", Optional.empty());

    private static final Evidence MODEL =
            new Evidence(true, "the forecast's prior, a default of this project", Optional.empty());

    private static Optional<Maintenance> maintenance(Answer answer) {
        return answer.content().protocol().maintenance();
    }

    private static Optional<ScoreRule> scores(Answer answer) {
        return maintenance(answer).flatMap(part -> part.bounds().step()).flatMap(StepRule::scores);
    }

    static Evidence of(Cited<?> number) {
        return of(number.tag(), number.source());
    }

    private static Evidence of(EvidenceTag tag, String source) {
        return new Evidence(
                tag.isUnverified(), source, Optional.of(Figure.of(source, tag, source)));
    }
}
