package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.forecast.Link;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.Prior.Fading;
import org.evenkeel.core.forecast.Prior.Fluctuation;
import org.evenkeel.core.forecast.Prior.Linked;
import org.evenkeel.core.forecast.Prior.Spells;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class PriorFileTest {
    /// The tests of the forecast are run with these figures; what ships must not drift from them.
    @Test
    void theShippedPriorIsTheOneTheForecastIsTestedWith() {
        Prior shipped = Catalogue.shipped().prior(instrument("phq-9"));
        assertThat(shipped)
                .isEqualTo(new Prior(
                        "phq-9.population",
                        "phq-9",
                        new Prior.Level(17, 8, 0),
                        new Prior.Benefit(11, 5.5, 0.6, 0.3),
                        List.of(
                                new Fading(7, 0, 0.3, 0.5),
                                new Fading(7, 0.5, 0.6, 0.5),
                                new Fading(15, 0, 0.3, 1),
                                new Fading(15, 0.5, 0.6, 1),
                                new Fading(30, 0, 0.3, 2),
                                new Fading(30, 0.5, 0.6, 2),
                                new Fading(60, 0, 0.3, 2),
                                new Fading(60, 0.5, 0.6, 2),
                                new Fading(120, 0, 0.3, 1.5),
                                new Fading(120, 0.5, 0.6, 1.5),
                                new Spells(12, 0.25, 3, 0.5, 1),
                                new Spells(25, 0.25, 3, 0.5, 3),
                                new Spells(50, 0.25, 3, 0.5, 4),
                                new Spells(100, 0.25, 3, 0.5, 3),
                                new Spells(60, 0, 1, 0.05, 3)),
                        List.of(
                                new Fluctuation(1.5, 1, 14, 0.07, 1.5),
                                new Fluctuation(2.4, 1, 14, 0.07, 3),
                                new Fluctuation(2.2, 2.2, 14, 0.15, 1.5),
                                new Fluctuation(3, 4, 14, 0.3, 0.3),
                                new Fluctuation(2, 6, 60, 0.1, 0.5)),
                        List.of(new Linked(Link.STRAIGHT, 1), new Linked(Link.ROOT, 1)),
                        new Prior.Limits(70, 365, 4)));
        assertThat(shipped.gridPoints()).isEqualTo(150);
    }

    @Test
    void aLearnedPriorReadsBackAsItWasWritten() {
        Prior shipped = Catalogue.shipped().prior(instrument("phq-9"));
        String json = LearnedPrior.json(shipped, "a \"quoted\" title", "a registry");
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        Content.Loaded.class,
                        loaded -> assertThat(loaded.value()).isEqualTo(shipped));
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
        assertThat(madrs.level()).isEqualTo(new Prior.Level(34, 16, 0));
        assertThat(madrs.mechanisms()).hasSize(15);
    }

    @Test
    void aPriorMayBeWrittenAsJson() {
        String json = """
                {"kind": "prior", "id": "x", "version": "1", "title": "x", "instrument": "phq-9",
                 "sources": {"a": "a cohort"},
                 "level": {"mean": %1$s, "sd": %1$s, "entryExcess": %1$s},
                 "benefit": {"mean": %1$s, "sd": %1$s, "perLevel": %3$s,
                  "wanderPerTreatment": %1$s},
                 "fading": [{"days": 20, "growth": 0, "buildUp": 0.5, %4$s}],
                 "spells": [],
                 "fluctuations": [{"noise": 2, "deviation": 1, "deviationDays": 9, "wander": 0,
                  %4$s}],
                 "links": [{"link": "straight", %4$s}],
                 "limits": {"staleAfter": %2$s, "horizon": %2$s, "ownFromRatings": %3$s}}
                """.formatted(
                        cited("2.5", "{score}"),
                        cited("14", "d"),
                        cited("1", "1"),
                        "\"weight\": 1, \"tag\": \"P\", \"source\": \"a\"");
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
                  entryExcess: { value: 0, unit: "{score}", tag: P, source: a }
                """;
        assertThat(read(yaml))
                .isInstanceOfSatisfying(
                        Content.Wrong.class,
                        wrong -> assertThat(wrong.problems().toString())
                                .contains("spread of the level must be above 0"));
    }

    @Test
    void aHorizonBeyondAllDaysIsRefusedWithItsPlace() {
        String yaml = """
                kind: prior
                sources: { a: a cohort }
                limits:
                  staleAfter: { value: 70, unit: d, tag: P, source: a }
                  horizon: { value: 2147483647, unit: d, tag: P, source: a }
                  ownFromRatings: { value: 4, unit: "1", tag: P, source: a }
                """;
        assertThat(read(yaml))
                .isInstanceOfSatisfying(
                        Content.Wrong.class,
                        wrong -> assertThat(wrong.problems().toString())
                                .contains("days of the horizon must be from 1.0 to 3650.0"));
    }

    private static String cited(String value, String unit) {
        return "{\"value\": %s, \"unit\": \"%s\", \"tag\": \"P\", \"source\": \"a\"}"
                .formatted(value, unit);
    }

    private static Content<Prior> read(String text) {
        return ContentFile.prior("prior.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Instrument instrument(String id) {
        return Catalogue.shipped().instrument(new InstrumentId(id)).orElseThrow();
    }
}
