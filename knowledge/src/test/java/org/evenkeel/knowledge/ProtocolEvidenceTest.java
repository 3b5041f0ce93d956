package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Dose;
import org.evenkeel.core.protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.Dosing;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.IntervalTable;
import org.evenkeel.core.protocol.IntervalTable.Decision;
import org.evenkeel.core.protocol.Ladder;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Maintenance.Usual;
import org.evenkeel.core.protocol.Observation;
import org.evenkeel.core.protocol.Observation.Clock;
import org.evenkeel.core.protocol.Observation.Where;
import org.evenkeel.core.protocol.Phase;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Series;
import org.evenkeel.core.protocol.Use;
import org.evenkeel.core.protocol.Use.Why;
import org.evenkeel.core.protocol.Watch;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.core.units.Kg;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// EV-112: the shipped protocols against what their sources say, written down here a second time.
final class ProtocolEvidenceTest {
    private static final String NONE = "-";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            protocol                   |induction                     |continued  |usual|bounds
            ketamine-iv.murrough2013   |0 2 4 7 9 11                  |-          |-    |-
            ketamine-iv.messer2010     |0 2 4 6 8 10                  |-          |21   |18-24
            ketamine-iv.singh2016-2x   |0 3 7 10 14 17 21 24          |-          |-    |-
            ketamine-iv.singh2016-3x   |0 2 4 7 9 11 14 16 18 21 23 25|-          |-    |-
            esketamine-in.us-label     |0 3 7 10 14 17 21 24          |28 35 42 49|14   |7-14
            ketamine-iv.adaptive       |0 2 4 7 9 11                  |-          |-    |7-84
            ketamine-iv.elektd2023     |0 3 7 10 14 17                |-          |-    |-
            ketamine-iv.phillips2019   |0 2 4 7 9 11                  |18 25 32 39|-    |-
            ketamine-iv.sakurai2020    |0 3 7 10 14 17                |-          |-    |7-84
            ketamine-iv.oliver2022     |0 3 7 10 14 17                |-          |-    |7-84
            ketamine-iv.garel2023      |0 3 7 10 14 21                |-          |-    |7-84
            esketamine-in.us-label-mdsi|0 3 7 10 14 17 21 24          |-          |-    |-
            esketamine-in.daly2019     |0 3 7 10 14 17 21 24          |28 35 42 49|14   |7-14
            esketamine-in.zajecka2024  |0 3 7 10 14 17 21 24          |-          |7    |7-28
            ketamine-sc.loo2023        |0 3 7 10 14 17 21 24          |-          |-    |-
            ketamine-im.practice       |0 3 7 10 14 17                |-          |-    |7-84
            ketamine-im.kap            |0 7 14 21 28                  |-          |-    |7-84
            ketamine-po.kheirabadi2023 |0 3 7 10 14 17 21 24 28 31 35 38|-          |-    |-
            ketamine-iv.feder2021      |0 2 4 7 9 11                  |-          |-    |-
            ketamine-iv.rodriguez2013  |0                             |-          |-    |-
            ketamine-iv.taylor2018     |0                             |-          |-    |-
            ketamine-iv.abdallah2022   |0 3 7 10 14 17 21 24          |-          |-    |-
            ketamine-po.alshirawi2017  |0                             |-          |3    |3-3
            ketamine-sl.lara2013       |0                             |-          |3    |2-7
            ketamine-sl.hull2022       |0 7 14 21                     |-          |-    |7-31
            esketamine-iv.wang2024     |0                             |-          |-    |-
            midazolam-iv.feder2021     |0 2 4 7 9 11                  |-          |-    |-
            """, useHeadersInDisplayName = true)
    void schedule(String id, String induction, String continuation, String usual, String bounds) {
        Protocol protocol = protocol(id);
        Optional<Maintenance> maintenance = protocol.maintenance();
        assertThat(days(protocol, Phase.INDUCTION)).isEqualTo(induction);
        assertThat(days(protocol, Phase.CONTINUATION)).isEqualTo(continuation);
        assertThat(usual(maintenance)).isEqualTo(usual);
        assertThat(bounds(maintenance)).isEqualTo(bounds);
    }

    private static String usual(Optional<Maintenance> maintenance) {
        return maintenance
                .flatMap(Maintenance::usual)
                .map(Usual::days)
                .map(Cited::value)
                .map(String::valueOf)
                .orElse(NONE);
    }

    private static String bounds(Optional<Maintenance> maintenance) {
        return maintenance
                .map(Maintenance::bounds)
                .map(ProtocolEvidenceTest::words)
                .orElse(NONE);
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
        "ketamine-iv.adaptive, 0.5, 40",
        "ketamine-iv.elektd2023, 0.5, 40",
        "ketamine-iv.phillips2019, 0.5, 40",
        "ketamine-iv.sakurai2020, 0.5, 40",
        "ketamine-iv.oliver2022, 0.5, 40",
        "ketamine-iv.feder2021, 0.5, 40"
    })
    void racemicDose(String id, String perKg, int minutes) {
        ByWeight rule = (ByWeight) protocol(id).dose();
        assertThat(rule.perKg().value().value()).isEqualByComparingTo(perKg);
        assertThat(rule.cap().value().value()).isEqualByComparingTo("1.0");
        assertThat(rule.cap().tag()).isEqualTo(EvidenceTag.P);
        assertThat(protocol(id).minutes().orElseThrow().value()).isEqualTo(minutes);
    }

    /// Amounts a prescriber may choose from for 80 kg at 50 years, and the most of a visit.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            protocol                    | minutes | choices                          | most
            ketamine-iv.garel2023       | 40      | 40 80                            | 80
            ketamine-sc.loo2023         | -       | 40 48 60 72                      | 72
            ketamine-im.practice        | -       | 20 40 80                         | 80
            ketamine-im.kap             | -       | 24 80                            | 80
            ketamine-po.kheirabadi2023  | -       | 80 160                           | 160
            ketamine-sc.glue2017        | -       | 20 40 80                         | 80
            ketamine-iv.abdallah2022    | 40      | 16 40                            | 40
            ketamine-iv.rodriguez2013   | 40      | 40                               | 40
            ketamine-iv.taylor2018      | 40      | 40                               | 40
            esketamine-iv.wang2024      | 40      | 16                               | 16
            midazolam-iv.feder2021      | 40      | 3.6                              | 3.6
            esketamine-in.us-label      | -       | 28 56 84                         | 84
            esketamine-in.us-label-mdsi | -       | 56 84                            | 84
            esketamine-in.daly2019      | -       | 28 56 84                         | 84
            esketamine-in.zajecka2024   | -       | 28 56 84                         | 84
            ketamine-po.glue2024        | -       | 30 60 120 180                    | 180
            ketamine-po.alshirawi2017   | -       | 50 75 100 125 150                | 150
            ketamine-sl.lara2013        | 5       | 10                               | 10
            ketamine-sl.hull2022        | 7       | 50 100 150 200 250 300 350 400   | 400
            """, useHeadersInDisplayName = true)
    void amounts(String id, String minutes, String choices, String most) {
        Protocol protocol = protocol(id);
        Body body = new Body(
                Optional.of(new Kg(new BigDecimal(80))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(50));
        assertThat(protocol.minutes().map(each -> each.value().toString()).orElse(NONE))
                .isEqualTo(minutes);
        assertThat(Dosing.choices(protocol, body).stream()
                        .map(each -> each.value().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(choices);
        assertThat(Dosing.most(protocol, body).orElseThrow().value()).isEqualByComparingTo(most);
    }

    /// 80 days of tablets twice a week, 12 weeks of injections: too long for the table above.
    @Test
    void longContinuations() {
        Protocol tablets = protocol("ketamine-po.glue2024");
        assertThat(days(tablets, Phase.INDUCTION)).isEqualTo("0 1 2 3 4");
        assertThat(days(tablets, Phase.CONTINUATION)).startsWith("7 10 14 17 ").endsWith(" 84 87");
        assertThat(tablets.seriesVisits()).isEqualTo(5 + 2 * 12);
        Protocol injections = protocol("ketamine-sc.glue2017");
        assertThat(days(injections, Phase.INDUCTION)).isEqualTo("0 7 14");
        assertThat(days(injections, Phase.CONTINUATION)).startsWith("21 28 ").endsWith(" 98");
    }

    /// What may be read and compared, but has nobody put on it, and why.
    @Test
    void references() {
        Map<String, Why> why = new TreeMap<>();
        for (Protocol each : Catalogue.shipped().protocols()) {
            if (each.use() instanceof Use.Reference reference) {
                why.put(each.id().value(), reference.why());
                assertThat(each.whyNotEnrol().orElseThrow())
                        .isEqualTo(each.id() + " is for reference only: " + reference.words());
            }
        }
        assertThat(why)
                .isEqualTo(Map.of(
                        "ketamine-iv.abdallah2022", Why.NEGATIVE_TRIAL,
                        "ketamine-po.glue2024", Why.INVESTIGATIONAL,
                        "ketamine-po.alshirawi2017", Why.UNSUPERVISED,
                        "ketamine-sl.lara2013", Why.UNSUPERVISED,
                        "ketamine-sl.hull2022", Why.UNSUPERVISED,
                        "esketamine-iv.wang2024", Why.PERINATAL,
                        "midazolam-iv.feder2021", Why.COMPARISON_ARM));
    }

    @ParameterizedTest
    @CsvSource({
        "ketamine-iv.murrough2013, 60, END, CLINIC",
        "esketamine-in.us-label, 120, START, CLINIC",
        "esketamine-in.us-label-mdsi, 120, START, CLINIC",
        "ketamine-sc.loo2023, 120, START, CLINIC",
        "esketamine-iv.wang2024, 1440, START, OBSTETRIC_WARD"
    })
    void observation(String id, int minutes, Clock after, Where where) {
        Observation observation = protocol(id).observation().orElseThrow();
        assertThat(observation.minutes().value()).isEqualTo(minutes);
        assertThat(observation.after()).isEqualTo(after);
        assertThat(observation.where()).isEqualTo(where);
    }

    /// The label's first dose of the spray from 65 years of age, whoever's schedule it is given by.
    @ParameterizedTest
    @CsvSource({
        "esketamine-in.us-label, 64, 56",
        "esketamine-in.us-label, 65, 28",
        "esketamine-in.daly2019, 64, 56",
        "esketamine-in.daly2019, 65, 28",
        "esketamine-in.zajecka2024, 65, 28"
    })
    void firstDoseOfTheSpray(String id, int age, String mg) {
        Body body =
                new Body(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(age));
        assertThat(Dosing.dose(protocol(id), body, true))
                .isInstanceOfSatisfying(
                        Dose.Amount.class,
                        dose -> assertThat(dose.amount().value()).isEqualByComparingTo(mg));
    }

    /// Pressure is watched until at least half an hour after the infusion, by clinical.md 3.1.
    @ParameterizedTest
    @CsvSource({"ketamine-iv.murrough2013", "ketamine-iv.garel2023"})
    void pressureIsWatchedBeyondTheInfusion(String id) {
        Protocol protocol = protocol(id);
        int end = protocol.minutes().orElseThrow().value();
        int last = protocol.supervision().watches().stream()
                .filter(watch -> watch.what().contains("systolic"))
                .flatMap(watch -> watch.timing() instanceof Watch.Timing.Every every
                        ? Stream.of(every.until() - (every.until() - every.from()) % every.every())
                        : Stream.empty())
                .max(Integer::compare)
                .orElseThrow();
        assertThat(last).isGreaterThanOrEqualTo(end + 30);
    }

    /// The two published tables of intervals, row by row: present interval and score to the next.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            protocol                  | present | cgi-s | madrs | next
            esketamine-in.zajecka2024 | 7       | 3     |       | 14
            esketamine-in.zajecka2024 | 7       | 4     |       | 7
            esketamine-in.zajecka2024 | 14      | 3     |       | 14 28
            esketamine-in.zajecka2024 | 14      | 4     |       | 7
            esketamine-in.zajecka2024 | 28      | 1     |       | 28
            esketamine-in.zajecka2024 | 28      | 7     |       | 7 14
            esketamine-in.zajecka2024 | 21      | 3     |       | not covered
            esketamine-in.zajecka2024 | 7       |       | 9     | cgi-s
            esketamine-in.daly2019    | 7       |       | 12    | 14
            esketamine-in.daly2019    | 7       |       | 13    | 7
            esketamine-in.daly2019    | 14      |       | 12    | 14
            esketamine-in.daly2019    | 14      |       | 13    | 7
            esketamine-in.daly2019    | 14      | 2     |       | madrs
            """, useHeadersInDisplayName = true)
    void intervalTables(
            String id, int present, @Nullable Integer cgi, @Nullable Integer madrs, String next) {
        LocalDate today = LocalDate.of(2027, 3, 1);
        List<Fact.Measured> measured = cgi == null
                ? List.of()
                : List.of(new Fact.Measured("cgi-s", BigDecimal.valueOf(cgi), "{score}", today));
        List<Fact.Scored> scored = madrs == null
                ? List.of()
                : List.of(new Fact.Scored(
                        new InstrumentId("madrs"), OptionalInt.empty(), madrs, today));
        Chart chart = new Chart(
                Optional.empty(),
                Optional.empty(),
                measured,
                scored,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        IntervalTable table =
                protocol(id).maintenance().flatMap(Maintenance::table).orElseThrow();
        String got = switch (table.next(present, new Evaluation(chart, today))) {
            case Decision.Interval interval ->
                interval.days().stream().map(String::valueOf).collect(Collectors.joining(" "));
            case Decision.Unknown unknown -> String.join(", ", unknown.missing());
            case Decision.NotCovered _ -> "not covered";
        };
        assertThat(got).isEqualTo(next);
    }

    /// LADDER-A to LADDER-F of the clinical reference.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ladder-a | 0 2 4 7 9 11         | 18 25 32 39       | -     | -
            ladder-b | 0 3 7 10 14 17       | 21 28 35 42 56 70 | 24    | 21-28
            ladder-c | 0 3 7 10 14 17 21 24 | 28 35 42 49       | 14    | 7-14
            ladder-d | -                    | -                 | 21    | 18-24
            ladder-e | -                    | -                 | -     | 7-84
            ladder-f | -                    | -                 | -     | 7-84
            """)
    void ladders(String id, String induction, String continued, String usual, String bounds) {
        Ladder ladder = Catalogue.shipped().ladders().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(days(ladder.series(), Phase.INDUCTION)).isEqualTo(induction);
        assertThat(days(ladder.series(), Phase.CONTINUATION)).isEqualTo(continued);
        assertThat(usual(ladder.maintenance())).isEqualTo(usual);
        assertThat(bounds(ladder.maintenance())).isEqualTo(bounds);
        ladder.maintenance().flatMap(Maintenance::onRelapse).ifPresent(mini -> {
            assertThat(id).isEqualTo("ladder-f");
            IntervalBounds within = ladder.maintenance().orElseThrow().bounds();
            assertThat(mini.intervalAfter(28, within)).isEqualTo(21);
            assertThat(mini.intervalAfter(8, within)).isEqualTo(7);
        });
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
        return days(protocol.series(), phase);
    }

    private static String days(List<Series> all, Phase phase) {
        List<Integer> days = all.stream()
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
