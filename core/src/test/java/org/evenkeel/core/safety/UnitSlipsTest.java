package org.evenkeel.core.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.Optional;

/// Figures that look as if they were written in another unit.
class UnitSlipsTest {
    @ParameterizedTest
    @CsvSource({
        "35, 70, ''",
        "45, 72, ''",
        "28, 70, ''",
        "3.5, 70, dose",
        "350, 70, dose",
        "77, 70, dose",
        "15.9, 70, dose",
        "35, 154, weight dose",
        "35, 31.8, weight dose",
        "77, 154, weight",
        "3.5, 7, weight",
    })
    void aFigureFarFromLastTimeIsAskedAbout(String dose, String weight, String asked) {
        Administration last = given("35", "70");

        assertThat(asked(
                        given(dose, weight),
                        new UnitSlips.Known(last.weight(), Optional.of(last), Optional.empty())))
                .isEqualTo(asked);
    }

    @Test
    void theFirstDoseIsHeldAgainstTheProtocol() {
        UnitSlips.Known known =
                new UnitSlips.Known(Optional.empty(), Optional.empty(), Optional.of(mg("35")));

        assertThat(asked(given("35", "70"), known)).isEmpty();
        assertThat(UnitSlips.of(given("3.5", "70"), known))
                .extracting(UnitSlips.Slip::sentence)
                .containsExactly(
                        "3.5 mg where the protocol would start with 35 mg: is the unit right?");
    }

    @Test
    void aQuestionNamesBothFigures() {
        Administration last = given("35", "70");
        UnitSlips.Known known =
                new UnitSlips.Known(last.weight(), Optional.of(last), Optional.empty());

        assertThat(UnitSlips.of(given("3.5", "154"), known))
                .extracting(UnitSlips.Slip::sentence)
                .containsExactly(
                        "154 kg after 70 kg last time: is the unit right?",
                        "3.5 mg (0.0227 mg/kg) after 35 mg (0.5 mg/kg) last time: is the unit"
                                + " right?");
        assertThat(UnitSlips.of(withoutWeight("3.5"), known))
                .extracting(UnitSlips.Slip::sentence)
                .containsExactly("3.5 mg after 35 mg (0.5 mg/kg) last time: is the unit right?");
    }

    @Test
    void aLastDoseThatIsKnownPerKilogramOnlyIsComparedSo() {
        UnitSlips.Known known = new UnitSlips.Known(
                Optional.empty(),
                Optional.of(Administration.perKg(
                        0, Drug.KETAMINE, Route.IV, new MgPerKg(new BigDecimal("0.5")))),
                Optional.of(mg("350")));

        assertThat(UnitSlips.of(given("35", "70"), known)).isEmpty();
        assertThat(UnitSlips.of(given("77", "70"), known))
                .extracting(UnitSlips.Slip::sentence)
                .containsExactly("77 mg (1.1 mg/kg) after 0.5 mg/kg last time: is the unit right?");
        // without a weight the last dose says nothing, so the protocol's first is taken
        assertThat(UnitSlips.of(withoutWeight("350"), known)).isEmpty();
        assertThat(UnitSlips.of(withoutWeight("35"), known)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"146.6, 0", "146.7, 1", "68.3, 0", "68.2, 1"})
    void theLimitItselfIsNear(String dose, int asked) {
        UnitSlips.Known known =
                new UnitSlips.Known(Optional.empty(), Optional.empty(), Optional.of(mg("100")));
        UnitSlips.Known exact =
                new UnitSlips.Known(Optional.empty(), Optional.empty(), Optional.of(mg("146.6")));

        assertThat(UnitSlips.of(withoutWeight(dose), known)).hasSize(asked);
        assertThat(UnitSlips.of(withoutWeight("100"), exact)).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsAskedAbout() {
        UnitSlips.Known nothing =
                new UnitSlips.Known(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(UnitSlips.of(given("35", "70"), nothing))
                .extracting(UnitSlips.Slip::sentence)
                .containsExactly("35 mg, and nothing to compare it with: is the unit right?");
    }

    @Test
    void withoutAWeightAmountsAreCompared() {
        Administration last = given("35", "70");
        UnitSlips.Known known =
                new UnitSlips.Known(last.weight(), Optional.of(last), Optional.empty());

        assertThat(asked(withoutWeight("40"), known)).isEmpty();
        assertThat(asked(withoutWeight("77"), known)).isEqualTo("dose");
        assertThat(asked(withoutWeight("3.5"), known)).isEqualTo("dose");
    }

    @Test
    void aFirstWeightThatNoDoseGoesByIsAskedAbout() {
        assertThat(UnitSlips.ofWeight(given("56", "154"), Optional.empty())).hasSize(1);
        assertThat(UnitSlips.ofWeight(given("56", "72"), Optional.of(kg("70")))).isEmpty();
        assertThat(UnitSlips.ofWeight(given("56", "154"), Optional.of(kg("70"))))
                .hasSize(1);
        assertThat(UnitSlips.ofWeight(withoutWeight("56"), Optional.empty())).isEmpty();
    }

    private static String asked(Administration given, UnitSlips.Known known) {
        return String.join(
                " ",
                UnitSlips.of(given, known).stream().map(UnitSlips.Slip::what).toList());
    }

    private static Administration given(String dose, String weight) {
        return new Administration(
                0,
                Drug.KETAMINE,
                Route.IV,
                Optional.of(mg(dose)),
                Optional.of(kg(weight)),
                Optional.empty());
    }

    private static Administration withoutWeight(String dose) {
        return new Administration(
                0,
                Drug.KETAMINE,
                Route.IV,
                Optional.of(mg(dose)),
                Optional.empty(),
                Optional.empty());
    }

    private static Mg mg(String amount) {
        return new Mg(new BigDecimal(amount));
    }

    private static Kg kg(String weight) {
        return new Kg(new BigDecimal(weight));
    }
}
