package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Maintenance.Usual;
import org.evenkeel.core.protocol.Phase;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Series;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// EV-112: the shipped protocols against what their sources say, written down here a second time.
final class ProtocolEvidenceTest {
    private static final String NONE = "-";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            protocol                 | induction                      | continued   | usual | bounds
            ketamine-iv.murrough2013 | 0 2 4 7 9 11                   | -           | -     | -
            ketamine-iv.messer2010   | 0 2 4 6 8 10                   | -           | 21    | 18-24
            ketamine-iv.singh2016-2x | 0 3 7 10 14 17 21 24           | -           | -     | -
            ketamine-iv.singh2016-3x | 0 2 4 7 9 11 14 16 18 21 23 25 | -           | -     | -
            esketamine-in.us-label   | 0 3 7 10 14 17 21 24           | 28 35 42 49 | 14    | 7-14
            ketamine-iv.adaptive     | 0 2 4 7 9 11                   | -           | -     | 7-84
            """, useHeadersInDisplayName = true)
    void schedule(String id, String induction, String continuation, String usual, String bounds) {
        Protocol protocol = protocol(id);
        Optional<Maintenance> maintenance = protocol.maintenance();
        assertThat(days(protocol, Phase.INDUCTION)).isEqualTo(induction);
        assertThat(days(protocol, Phase.CONTINUATION)).isEqualTo(continuation);
        assertThat(maintenance
                        .flatMap(Maintenance::usual)
                        .map(Usual::days)
                        .map(Cited::value)
                        .map(String::valueOf)
                        .orElse(NONE))
                .isEqualTo(usual);
        assertThat(maintenance
                        .map(Maintenance::bounds)
                        .map(ProtocolEvidenceTest::words)
                        .orElse(NONE))
                .isEqualTo(bounds);
    }

    @Test
    void theLedgerListsThem() {
        List<List<String>> rows = Catalogue.shipped().protocols().stream()
                .map(each -> List.of(
                        each.id().value(),
                        days(each, Phase.INDUCTION),
                        each.sources().getFirst()))
                .toList();
        Ledger.here()
                .keep(Claim.of(
                                "EV-112",
                                Section.CONTENT,
                                "Days, doses and intervals of every shipped protocol are those of"
                                        + " its source, written down a second time.",
                                "ProtocolEvidenceTest#schedule")
                        .from("the sources that each content file cites")
                        .with(new Claim.Table(
                                List.of("protocol", "days of the induction", "source"), rows)));
    }

    @ParameterizedTest
    @CsvSource({
        "ketamine-iv.murrough2013, 0.5, 40",
        "ketamine-iv.messer2010, 0.5, 40",
        "ketamine-iv.singh2016-2x, 0.5, 40",
        "ketamine-iv.singh2016-3x, 0.5, 40",
        "ketamine-iv.adaptive, 0.5, 40"
    })
    void racemicDose(String id, String perKg, int minutes) {
        ByWeight rule = (ByWeight) protocol(id).dose();
        assertThat(rule.perKg().value().value()).isEqualByComparingTo(perKg);
        assertThat(rule.cap().value().value()).isEqualByComparingTo("1.0");
        assertThat(rule.cap().tag()).isEqualTo(EvidenceTag.P);
        assertThat(protocol(id).minutes().orElseThrow().value()).isEqualTo(minutes);
    }

    @Test
    void theOneCaseIsShownAsOneCaseAndItsScheduleAsUnverified() {
        Protocol messer = protocol("ketamine-iv.messer2010");
        assertThat(messer.evidence()).isEqualTo("single case report, N = 1");
        assertThat(messer.series().getFirst().basis().tag().isUnverified()).isTrue();
        assertThat(messer.maintenance().orElseThrow().basis().tag().isUnverified())
                .isTrue();
        assertThat(messer.caveats()).anyMatch(caveat -> caveat.contains("unverified"));
    }

    @Test
    void theAdaptiveProtocolIsMarkedAsOursAndHasNoStepRule() {
        Protocol adaptive = protocol("ketamine-iv.adaptive");
        assertThat(adaptive.title()).contains("research default");
        assertThat(adaptive.caveats()).anyMatch(caveat -> caveat.contains("research default"));
        IntervalBounds bounds = adaptive.maintenance().orElseThrow().bounds();
        assertThat(bounds.minimumDays().tag()).isEqualTo(EvidenceTag.P);
        assertThat(bounds.step()).isEmpty();
    }

    @Test
    void everyWindowIsOurDefault() {
        for (Protocol protocol : Catalogue.shipped().protocols()) {
            for (Series series : protocol.series()) {
                assertThat(series.window().before().tag()).isEqualTo(EvidenceTag.P);
                assertThat(series.window().after().tag()).isEqualTo(EvidenceTag.P);
            }
        }
    }

    private static Protocol protocol(String id) {
        return Catalogue.shipped().protocol(new ProtocolId(id)).orElseThrow();
    }

    private static String days(Protocol protocol, Phase phase) {
        List<Integer> days = protocol.series().stream()
                .filter(series -> series.phase() == phase)
                .map(Series::days)
                .flatMap(List::stream)
                .toList();
        return days.isEmpty()
                ? NONE
                : days.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String words(IntervalBounds bounds) {
        return bounds.minimumDays().value() + "-" + bounds.maximumDays().value();
    }
}
