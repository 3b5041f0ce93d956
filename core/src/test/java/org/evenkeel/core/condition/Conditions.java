package org.evenkeel.core.condition;

import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Answered;
import org.evenkeel.core.history.Fact.Diagnosed;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Measured;
import org.evenkeel.core.history.Fact.Scored;
import org.evenkeel.core.history.Fact.Taken;
import org.evenkeel.core.history.Fact.Treated;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.Sex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Charts and conditions for tests, with figures that are nobody's.
final class Conditions {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final InstrumentId SCALE = new InstrumentId("scale");
    static final Adequacy ADEQUACY = new Adequacy(
            "adequacy",
            cited(6),
            cited(Improvement.NONE),
            Map.of("one", cited(mg("20")), "two", cited(mg("50")), "three", cited(mg("100"))));

    private Conditions() {}

    static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "test");
    }

    static LocalDate ago(int days) {
        return TODAY.minusDays(days);
    }

    static Condition above(String limit) {
        return new Condition.Quantity(
                "systolic", Comparison.ABOVE, cited(new BigDecimal(limit)), "mm[Hg]", cited(7));
    }

    static Condition finding(String question) {
        return new Condition.Finding(question, Optional.empty());
    }

    static Fact pressure(String value, int daysAgo) {
        return new Measured("systolic", new BigDecimal(value), "mm[Hg]", ago(daysAgo));
    }

    static Fact answered(String question, boolean yes) {
        return new Answered(question, yes, ago(3));
    }

    static Tried trial(String ingredient, String mg, String weeks) {
        return new Tried(
                ingredient,
                Optional.of(new BigDecimal(mg)),
                Optional.of(new BigDecimal(weeks)),
                Adherence.GOOD,
                Improvement.NONE,
                true,
                false,
                ago(400));
    }

    /// A chart of these facts; lists were asked for a day ago where a fact is of theirs.
    static Chart chart(Fact... facts) {
        return chart(List.of(facts));
    }

    static Chart chart(List<Fact> facts) {
        return new Chart(
                Optional.of(LocalDate.of(1980, 11, 25)),
                Optional.of(Sex.FEMALE),
                of(facts, Measured.class),
                of(facts, Scored.class),
                of(facts, Answered.class),
                asked(of(facts, Diagnosed.class)),
                asked(of(facts, Taken.class)),
                asked(of(facts, Tried.class)),
                of(facts, Treated.class));
    }

    private static <T extends Fact> List<T> of(List<Fact> facts, Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T> Optional<Asked<T>> asked(List<T> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Asked<>(ago(1), entries));
    }

    /// Conditions of every kind with limits that the random charts come near to.
    static List<Condition> ofEveryKind() {
        List<Condition> kinds = new ArrayList<>(List.of(
                new Condition.Age(Comparison.AT_LEAST, cited(46)),
                new Condition.Age(Comparison.BELOW, cited(18)),
                finding("a"),
                new Condition.Finding("b", Optional.of(cited(30))),
                new Condition.Diagnosis(Set.of("F32", "F33"), Set.of()),
                new Condition.Diagnosis(Set.of("F33"), Set.of(Fact.Specifier.PSYCHOTIC)),
                new Condition.Diagnosis(Set.of("F32", "F33"), Set.of(), true),
                new Condition.Medicine(Set.of("x", "y"), cited(0), cited(30)),
                new Condition.Medicine(Set.of("z"), cited(14), cited(30)),
                new Condition.FailedTrials(cited(2), true, ADEQUACY),
                new Condition.FailedTrials(cited(2), false, ADEQUACY),
                new Condition.OtherTreatment("ect", Set.of(Fact.Status.PAST))));
        for (Comparison comparison : Comparison.values()) {
            kinds.add(new Condition.Quantity(
                    "systolic", comparison, cited(new BigDecimal("160")), "mm[Hg]", cited(7)));
            kinds.add(
                    new Condition.Score(SCALE, OptionalInt.of(9), comparison, cited(1), cited(14)));
        }
        return List.copyOf(kinds);
    }

    private static Mg mg(String amount) {
        return new Mg(new BigDecimal(amount));
    }
}
