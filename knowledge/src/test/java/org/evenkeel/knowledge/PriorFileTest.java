package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.Prior.Weighted;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

class PriorFileTest {
    /// The tests of the forecast are run with these figures; what ships must not drift from them.
    @Test
    void theShippedPriorIsTheOneTheForecastIsTestedWith() {
        Prior shipped = Catalogue.shipped().prior(instrument("phq-9"));
        assertThat(shipped)
                .isEqualTo(new Prior(
                        "phq-9.population",
                        "phq-9",
                        new Prior.Level(17, 5),
                        0.2,
                        new Prior.Deviation(weighted(1.2, 0.4, 2.4, 0.4, 4.0, 0.2), 14),
                        new Prior.Benefit(11, 5.5, 0.6, 0.3),
                        weighted(1.6, 0.35, 2.5, 0.65),
                        weighted(10, 1, 20, 1.5, 40, 2, 80, 1.5, 160, 1),
                        weighted(0.05, 1, 0.5, 1),
                        weighted(0.3, 1, 0.65, 1),
                        new Prior.Limits(70, 365, 4)));
        assertThat(shipped.gridPoints()).isEqualTo(120);
    }

    /// The forecast refuses by the one and a page cites the other.
    @Test
    void aScoreIsTooOldForTheForecastAndForAProposalOnTheSameDay() {
        assertThat(Catalogue.shipped().prior(instrument("phq-9")).limits().staleAfterDays())
                .isEqualTo(
                        Catalogue.shipped().boosterSettings().recentScoreDays().value());
    }

    @Test
    void anotherInstrumentsPriorIsStretchedToItsOwnLineOfBeingUnwell() {
        Prior madrs = Catalogue.shipped().prior(instrument("madrs"));
        assertThat(madrs.instrument()).isEqualTo("madrs");
        assertThat(madrs.level()).isEqualTo(new Prior.Level(34, 10));
        assertThat(madrs.fadeDays()).hasSize(5);
    }

    @Test
    void aPriorMayBeWrittenAsJson() {
        String json = """
                {"kind": "prior", "id": "x", "version": "1", "title": "x", "instrument": "phq-9",
                 "sources": {"a": "a cohort"},
                 "level": {"mean": %1$s, "sd": %1$s}, "wanderPerRootDay": %1$s,
                 "deviation": {"fade": %2$s, "sds": [%3$s]},
                 "benefit": {"mean": %1$s, "sd": %1$s, "perLevel": %4$s,
                  "wanderPerTreatment": %1$s},
                 "noise": [%3$s], "fade": [%5$s], "growth": [%6$s], "buildUp": [%6$s],
                 "limits": {"staleAfter": %2$s, "horizon": %2$s, "ownFromRatings": %4$s}}
                """.formatted(
                        cited("2.5", "{score}", ""),
                        cited("14", "d", ""),
                        cited("2.5", "{score}", "\"weight\": 1, "),
                        cited("1", "1", ""),
                        cited("14", "d", "\"weight\": 1, "),
                        cited("0.5", "1", "\"weight\": 1, "));
        assertThat(read(json)).isInstanceOf(Content.Loaded.class);
    }

    @Test
    void aSpreadOfZeroIsRefusedWithItsPlace() {
        String yaml = """
                kind: prior
                sources: { a: a cohort }
                level:
                  mean: { value: 17, unit: "{score}", tag: P, source: a }
                  sd: { value: 0, unit: "{score}", tag: P, source: a }
                """;
        assertThat(read(yaml))
                .isInstanceOfSatisfying(
                        Content.Wrong.class,
                        wrong -> assertThat(wrong.problems().toString())
                                .contains("spread of the level must be above 0"));
    }

    private static String cited(String value, String unit, String more) {
        return "{\"value\": %s, \"unit\": \"%s\", %s\"tag\": \"P\", \"source\": \"a\"}"
                .formatted(value, unit, more);
    }

    private static Content<Prior> read(String text) {
        return ContentFile.prior("prior.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Instrument instrument(String id) {
        return Catalogue.shipped().instrument(new InstrumentId(id)).orElseThrow();
    }

    private static List<Weighted> weighted(double... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> new Weighted(pairs[2 * i], pairs[2 * i + 1]))
                .toList();
    }
}
