package org.evenkeel.core.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// Amounts are above zero, keep their digits, and turn into each other only where that is right.
final class UnitsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1", "-0.001"})
    void nothingIsZeroOrLess(String value) {
        List<Function<BigDecimal, Object>> units = List.of(Mg::new, Kg::new, Cm::new, MgPerKg::new);
        for (Function<BigDecimal, Object> unit : units) {
            assertThatThrownBy(() -> unit.apply(new BigDecimal(value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("must be above 0, got " + value);
        }
    }

    @Test
    void aDosePerKilogramTimesAWeightIsExact() {
        Mg dose = new MgPerKg(new BigDecimal("0.5")).forWeight(new Kg(new BigDecimal("70.3")));
        assertThat(dose.value()).isEqualByComparingTo("35.15");
    }

    @Test
    void anAmountDividedByItsWeightIsTheDosePerKilogram() {
        MgPerKg dose = MgPerKg.of(new Mg(new BigDecimal("35")), new Kg(new BigDecimal("70")));
        assertThat(dose.value()).isEqualByComparingTo("0.5");
    }

    @Test
    void sameAmountsMayBeWrittenDifferently() {
        Mg written = new Mg(new BigDecimal("28.0"));
        assertThat(written.isSameAs(new Mg(new BigDecimal("28")))).isTrue();
        assertThat(written.isSameAs(new Mg(new BigDecimal("28.1")))).isFalse();
    }

    @Test
    void evidenceStaysWithTheValueInAnotherType() {
        Cited<Integer> days = new Cited<>(21, EvidenceTag.K, "a source");
        assertThat(days.map(String::valueOf))
                .isEqualTo(new Cited<>("21", EvidenceTag.K, "a source"));
        assertThat(EvidenceTag.S.isUnverified()).isFalse();
        assertThat(EvidenceTag.P.isUnverified()).isTrue();
    }
}
