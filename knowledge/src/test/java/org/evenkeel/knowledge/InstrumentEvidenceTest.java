package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Instrument.AnswerOption;
import org.evenkeel.core.instrument.Instrument.Coding;
import org.evenkeel.core.instrument.Instrument.Item;
import org.evenkeel.core.instrument.Instrument.Relapse;
import org.evenkeel.core.instrument.Instrument.RiskItem;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.Outcomes;
import org.evenkeel.core.instrument.Outcomes.Verdict;
import org.evenkeel.core.instrument.Score;
import org.evenkeel.core.instrument.Scoring;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// EV-111: the shipped instruments against what their sources say, written down here a second time.
final class InstrumentEvidenceTest {
    private static final String NONE = "-";
    private static final List<String> FREQUENCY = List.of(
            "LA6568-5 Not at all",
            "LA6569-3 Several days",
            "LA6570-1 More than half the days",
            "LA6571-9 Nearly every day");

    /// `relapse` is level + rise, and the days in which it must be confirmed.
    @ParameterizedTest
    @CsvFileSource(
            resources = "/instruments.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            maxCharsPerColumn = 200)
    void everyInstrument(ArgumentsAccessor row) {
        Instrument instrument = instrument(Objects.requireNonNull(row.getString(0)));
        Relapse relapse = instrument.definitions().relapse();
        List<String> found = List.of(
                instrument.minimum() + "-" + instrument.maximum(),
                instrument.definitions().unwellFrom().value().toString(),
                instrument.definitions().remissionBelow().value().toString(),
                relapse.from().value() + "+" + relapse.rise().value() + " "
                        + relapse.confirmFromDays().value() + "-"
                        + relapse.confirmToDays().value(),
                instrument.riskItem().map(RiskItem::number).map(String::valueOf).orElse(NONE),
                instrument.coding().flatMap(Coding::panel).orElse(NONE),
                instrument.coding().map(Coding::total).orElse(NONE),
                instrument.bands().stream()
                        .map(band -> band.from() + " " + band.name())
                        .collect(Collectors.joining(", ")));
        assertThat(found)
                .isEqualTo(
                        IntStream.range(1, row.size()).mapToObj(row::getString).toList());
    }

    @Test
    void theLedgerListsThem() {
        List<List<String>> rows = Catalogue.shipped().instruments().stream()
                .map(each -> List.of(
                        each.id().value(),
                        each.minimum() + "–" + each.maximum(),
                        each.definitions().unwellFrom().value().toString()))
                .toList();
        Ledger.here()
                .keep(Claim.of(
                                "EV-111",
                                Section.CONTENT,
                                "Ranges, cuts, bands, codes and definitions of every shipped"
                                        + " instrument are those of its source, written down a"
                                        + " second time.",
                                "InstrumentEvidenceTest#everyInstrument")
                        .from("the sources that each content file cites")
                        .with(new Claim.Table(
                                List.of("instrument", "range", "unwell from"), rows)));
    }

    /// Unwell begins with the moderate band, in every instrument.
    @Test
    void unwellIsTheLowerEdgeOfTheModerateBand() {
        for (Instrument instrument : Catalogue.shipped().instruments()) {
            assertThat(Outcomes.band(
                            instrument, instrument.definitions().unwellFrom().value()))
                    .hasValueSatisfying(band -> {
                        assertThat(band.name()).isEqualTo("moderate");
                        assertThat(band.from())
                                .isEqualTo(instrument.definitions().unwellFrom().value());
                    });
        }
    }

    @Test
    void itemsCarryTheirLoincCodesInOrder() {
        assertThat(instrument("phq-9").items())
                .extracting(Item::code)
                .containsExactly(
                        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5",
                        "44253-3", "44260-8");
        assertThat(instrument("gad-7").items())
                .extracting(Item::code)
                .containsExactly(
                        "69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8",
                        "69736-7");
        for (String id : List.of("phq-9", "gad-7")) {
            assertThat(instrument(id).answers())
                    .extracting((AnswerOption answer) -> answer.code() + " " + answer.display())
                    .isEqualTo(FREQUENCY);
        }
    }

    /// Wording is shipped only where its owner allows it.
    @Test
    void licensedWordingIsNotShipped() {
        for (String id : List.of("qids-sr16", "madrs", "bdi-ii")) {
            assertThat(instrument(id).items()).isEmpty();
            assertThat(instrument(id).answers()).isEmpty();
            assertThat(instrument(id).licence()).startsWith("Scores only.");
        }
    }

    @Test
    void theRiskItemOfPhq9CountsFromOne() {
        RiskItem risk = instrument("phq-9").riskItem().orElseThrow();
        assertThat(risk.from().value()).isEqualTo(1);
        assertThat(instrument("phq-9").items().get(risk.number() - 1).display())
                .contains("better off dead");
    }

    /// Two of nine may be missing: 7 answers of 2 are 14, nine of them 18.
    @Test
    void phq9IsProrated() {
        List<OptionalInt> answers = IntStream.rangeClosed(1, 9)
                .mapToObj(item -> item > 2 ? OptionalInt.of(2) : OptionalInt.empty())
                .toList();
        assertThat(Scoring.of(instrument("phq-9"), answers))
                .isEqualTo(new Score.Prorated(18, OptionalInt.of(2), List.of(1, 2)));
    }

    /// With a standard error of 2.5 points a change is reliable from 1.96 * 2.5 * sqrt 2 = 6.93.
    @Test
    void reliableChangeOfPhq9() {
        Instrument phq9 = instrument("phq-9");
        assertThat(Outcomes.change(phq9, 20, 14).verdict()).isEqualTo(Verdict.NOT_RELIABLE);
        assertThat(Outcomes.change(phq9, 20, 13).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(Outcomes.change(phq9, 4, 11).verdict()).isEqualTo(Verdict.WORSENED);
    }

    private static Instrument instrument(String id) {
        return Catalogue.shipped().instrument(new InstrumentId(id)).orElseThrow();
    }
}
