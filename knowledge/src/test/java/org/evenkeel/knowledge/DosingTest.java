package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Deviations;
import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Dose;
import org.evenkeel.core.protocol.Dosing;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.Sex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Doses of the shipped protocols, worked out by hand. An empty cell is not known.
final class DosingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weight | height | sex    | age | dose
            70     |        |        |     | 35
            71.3   |        |        |     | 35.5
            71.5   |        |        |     | 36
            30     |        |        |     | 15
            250    |        |        | 40  | 125
            29.9   |        |        |     | the dose rule holds from 30 to 250 kg, got 29.9 kg
            250.1  |        |        |     | the dose rule holds from 30 to 250 kg, got 250.1 kg
            70     |        |        | 18  | 35
            70     |        |        | 17  | murrough2013 holds from 18 years of age, got 17
                   | 178    | MALE   |     | the dose needs the weight
            """, useHeadersInDisplayName = true)
    void byActualWeight(
            @Nullable String weight,
            @Nullable String height,
            @Nullable Sex sex,
            @Nullable Integer age,
            String expected) {
        String got = dose("ketamine-iv.murrough2013", body(weight, height, sex, age), true);
        assertThat(got).isEqualTo(expected.replace("murrough", "ketamine-iv.murrough"));
    }

    /// By ideal weight: what is right for a heavy patient is no departure, what goes by the scale
    /// is one.
    @ParameterizedTest
    @CsvSource({"26, 0", "60, 1", "120, 1"})
    void departuresGoByTheWeightOfTheRule(String mg, int departures) {
        Protocol protocol = Catalogue.shipped()
                .protocol(new ProtocolId("ketamine-iv.messer2010"))
                .orElseThrow();
        Administration given = new Administration(
                0,
                Drug.KETAMINE,
                Route.IV,
                Optional.of(new Mg(new BigDecimal(mg))),
                Optional.of(new Kg(new BigDecimal("120"))),
                Optional.empty());
        assertThat(Deviations.of(protocol, body(null, "160", Sex.FEMALE, 40), List.of(given), 0))
                .hasSize(departures);
    }

    /// Men 50 kg and women 45.5 kg at 152.4 cm, and 2.3 kg for each 2.54 cm more.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weight | height | sex    | dose
                   | 178    | MALE   | 36.5
                   | 178    | FEMALE | 34.5
                   | 152.4  | MALE   | 25
                   | 152.4  | FEMALE | 23
            140    | 178    | MALE   | 36.5
            70     |        |        | the dose is by ideal weight and needs height and sex
            70     | 178    |        | the dose is by ideal weight and needs height and sex
            70     | 152.3  | MALE   | ideal weight holds from 152.4 to 220 cm, got 152.3 cm
            70     | 220.1  | MALE   | ideal weight holds from 152.4 to 220 cm, got 220.1 cm
            """, useHeadersInDisplayName = true)
    void byIdealWeight(
            @Nullable String weight, @Nullable String height, @Nullable Sex sex, String expected) {
        assertThat(dose("ketamine-iv.messer2010", body(weight, height, sex, null), true))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            age | first | dose
            18  | true  | 56
            64  | true  | 56
            65  | true  | 28
            64  | false | 56, 56 or 84 mg by the prescriber
            65  | false | 28, 28 or 56 or 84 mg by the prescriber
                | true  | the dose needs the age
            17  | true  | esketamine-in.us-label holds from 18 years of age, got 17
            """, useHeadersInDisplayName = true)
    void byAge(@Nullable Integer age, boolean first, String expected) {
        assertThat(dose("esketamine-in.us-label", body("70", "178", Sex.MALE, age), first))
                .isEqualTo(expected);
    }

    private static Body body(
            @Nullable String weight,
            @Nullable String height,
            @Nullable Sex sex,
            @Nullable Integer age) {
        return new Body(
                Optional.ofNullable(weight).map(BigDecimal::new).map(Kg::new),
                Optional.ofNullable(height).map(BigDecimal::new).map(Cm::new),
                Optional.ofNullable(sex),
                Optional.ofNullable(age));
    }

    private static String dose(String id, Body body, boolean first) {
        Protocol protocol = Catalogue.shipped().protocol(new ProtocolId(id)).orElseThrow();
        return switch (Dosing.dose(protocol, body, first)) {
            case Dose.Unknown(String reason) -> reason;
            case Dose.Amount amount ->
                amount.amount().value().stripTrailingZeros().toPlainString()
                        + amount.note().map(note -> ", " + note).orElse("");
        };
    }
}
