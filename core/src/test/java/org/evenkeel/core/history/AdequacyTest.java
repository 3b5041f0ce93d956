package org.evenkeel.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.Objects.requireNonNull;

import org.evenkeel.core.history.Adequacy.Verdict;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.core.units.Mg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

final class AdequacyTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // ingredient, mg, weeks, adherence, improvement, verdict
                "one,   20,   6, GOOD,    NONE,     failed",
                "ONE,   20.0, 6, GOOD,    NONE,     failed",
                "one,   60,  30, GOOD,    NONE,     failed",
                "one,   19.9, 6, GOOD,    NONE,     below 20 mg a day",
                "one,   20, 5.9, GOOD,    NONE,     shorter than 6 weeks",
                "one,   20,   6, POOR,    NONE,     not taken as prescribed",
                "one,   20,   6, GOOD,    PARTIAL,  it helped",
                "one,   20,   6, GOOD,    RESPONSE, it helped",
                "one,   -,    6, GOOD,    NONE,     ?the dose",
                "one,   20,   -, GOOD,    NONE,     ?how long",
                "one,   20,   6, UNKNOWN, NONE,     ?whether it was taken as prescribed",
                "one,   20,   6, GOOD,    UNKNOWN,  ?what it did",
                "other, 20,   6, GOOD,    NONE,     ?no smallest adequate dose of other",
                // What rules it out is enough, whatever else is unknown.
                "other, -,    2, UNKNOWN, UNKNOWN,  shorter than 6 weeks",
                "one,   5,    -, UNKNOWN, UNKNOWN,  below 20 mg a day"
            })
    void judges(ArgumentsAccessor row) {
        Tried trial = new Tried(
                requireNonNull(row.getString(0)),
                Optional.ofNullable(row.get(1, BigDecimal.class)),
                Optional.ofNullable(row.get(2, BigDecimal.class)),
                requireNonNull(row.get(3, Adherence.class)),
                requireNonNull(row.get(4, Improvement.class)),
                true,
                false,
                LocalDate.of(2025, 1, 1));
        String verdict = row.getString(5);

        assertThat(words(rule(Improvement.NONE).judge(trial))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"NONE, failed", "PARTIAL, failed", "RESPONSE, it helped"})
    void aRuleMayCountPartialImprovementAsFailed(Improvement improvement, String verdict) {
        Tried trial = new Tried(
                "one",
                Optional.of(BigDecimal.TEN.add(BigDecimal.TEN)),
                Optional.of(BigDecimal.TEN),
                Adherence.GOOD,
                improvement,
                true,
                false,
                LocalDate.of(2025, 1, 1));

        assertThat(words(rule(Improvement.PARTIAL).judge(trial))).isEqualTo(verdict);
    }

    @Test
    void noRuleCallsAResponseAFailure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(Improvement.RESPONSE))
                .withMessageContaining("got RESPONSE");
    }

    private static Adequacy rule(Improvement failedUpTo) {
        return new Adequacy(
                "rule",
                cited(6),
                cited(failedUpTo),
                Map.of("one", cited(new Mg(new BigDecimal("20")))));
    }

    private static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "test");
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Failed _ -> "failed";
            case Verdict.NotCounted(String reason) -> reason;
            case Verdict.Untold(String missing) -> "?" + missing;
        };
    }
}
