package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `plan`: what it prints, what it says beside it, and what it refuses.
final class PlanCommandTest {
    private static final String MESSER = "ketamine-iv.messer2010";

    @TempDir
    Path folder;

    /// The engine test of the case report: days 0 to 10, then every 21 days, 31 to 346.
    @Test
    void everyThreeWeeksForAYear() {
        Call call = plan(MESSER, "--days", "365");
        assertThat(call.exitCode()).isZero();
        List<String[]> rows = rows(call);
        assertThat(rows).hasSize(22);
        assertThat(rows).extracting(row -> row[0]).startsWith("0", "2", "4", "6", "8", "10", "31");
        for (int i = 6; i < rows.size(); i++) {
            assertThat(rows.get(i)[0]).isEqualTo(String.valueOf(31 + 21 * (i - 6)));
            assertThat(rows.get(i)[2]).isEqualTo("maintenance");
        }
        assertThat(rows.getLast()[0]).isEqualTo("346");
    }

    @Test
    void aDoseThatCannotBeKnownIsBlankWithANote() {
        Call call = plan(MESSER, "--weight-kg", "80");
        assertThat(rows(call)).allSatisfy(row -> assertThat(row[6]).isEmpty());
        assertThat(call.err())
                .contains("note: no dose: the dose is by ideal weight and needs height and sex\n");
    }

    @Test
    void theDoseFollowsTheRuleNotTheScale() {
        Call call = plan(MESSER, "--weight-kg", "120", "--height-cm", "178", "--sex", "MALE");
        assertThat(rows(call)).allSatisfy(row -> assertThat(row[6]).isEqualTo("36.5"));
        assertThat(call.err()).doesNotContain("no dose");
    }

    @Test
    void adaptiveMaintenanceIsDatedByProposal() {
        Call call = plan("ketamine-iv.adaptive", "--days", "365");
        assertThat(rows(call)).hasSize(6);
        assertThat(call.err())
                .contains("note: maintenance is dated by proposal, 7 to 84 days after the last"
                        + " treatment\n");
    }

    @Test
    void theLabelStartsLowFromSixtyFive() {
        assertThat(rows(plan("esketamine-in.us-label", "--age", "64")))
                .extracting(row -> row[6])
                .containsOnly("56");
        Call older = plan("esketamine-in.us-label", "--age", "65");
        assertThat(rows(older)).extracting(row -> row[6]).containsOnly("28");
        assertThat(older.err()).contains("28 or 56 or 84 mg by the prescriber");
    }

    @Test
    void theListHasEveryProtocolOnce() {
        Call call = Call.of("plan", "--list");
        assertThat(call.out())
                .startsWith("id,version,drug,route,indication,evidence,source,use,"
                        + "label_status,grade\n");
        assertThat(call.out().lines().skip(1).map(line -> line.split(",")[0]))
                .doesNotHaveDuplicates()
                .hasSize(29)
                .startsWith(
                        "ketamine-iv.murrough2013",
                        MESSER,
                        "ketamine-iv.singh2016-2x",
                        "ketamine-iv.singh2016-3x",
                        "esketamine-in.us-label",
                        "ketamine-iv.adaptive");
    }

    @Test
    void aReferenceIsPlannedAndSaysThatItIsOne() {
        Call call = plan("midazolam-iv.feder2021", "--weight-kg", "80");
        assertThat(call.exitCode()).isZero();
        assertThat(rows(call)).hasSize(6).allSatisfy(row -> {
            assertThat(row[4]).isEqualTo("midazolam");
            assertThat(row[6]).isEqualTo("3.60");
        });
        assertThat(call.err()).contains("note: midazolam-iv.feder2021 is for reference only: ");
    }

    @Test
    void whatIsUnverifiedIsNamed() {
        assertThat(plan(MESSER).err())
                .contains("note: unverified, from general knowledge: minimum age, ideal weight, ")
                .contains("minutes, days of induction, usual interval\n")
                .contains("note: unverified, our defaults: cap, range of heights, ")
                .contains(" of the rules of supervision (iv-racemic)\n");
    }

    @Test
    void jsonHasTheSameRows() {
        Call call = plan("ketamine-iv.murrough2013", "--weight-kg", "70", "--format", "json");
        assertThat(call.out())
                .startsWith("[\n  {\"day\": 0, \"date\": \"2027-01-04\", \"phase\": \"induction\"")
                .contains("\"dose_mg\": 35.0, \"minutes\": 40, \"earliest\": \"2027-01-04\"");
        assertThat(call.out().lines().filter(line -> line.startsWith("  {"))).hasSize(6);
    }

    @Test
    void idsAreReadWithoutRegardToCase() {
        assertThat(plan("Ketamine-IV.Messer2010").exitCode()).isZero();
    }

    @Test
    void writesAFileAndNothingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("plan.csv"), "before");
        Call call = plan(MESSER, "--out", file.toString());
        assertThat(call.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(plan(MESSER).out());
    }

    /// A wrong call writes nothing, says what was allowed and leaves the file as it was.
    @ParameterizedTest
    @CsvFileSource(resources = "/wrong-plans.csv", delimiter = '|', numLinesToSkip = 1)
    void refuses(String call, String words) throws Exception {
        Path file = Files.writeString(folder.resolve("plan.csv"), "before");
        List<String> arguments = new ArrayList<>(List.of("plan", "--out", file.toString()));
        arguments.addAll(List.of(call.split(" ")));
        Call refused = Call.of(arguments.toArray(String[]::new));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains(words);
        assertThat(file).hasContent("before");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Call call = Call.of(
                "plan",
                "--protocol",
                "x",
                "--start",
                "soon",
                "--days",
                "-1",
                "--weight-kg",
                "0",
                "--height-cm",
                "tall",
                "--sex",
                "M",
                "--age",
                "200",
                "--format",
                "xml");
        assertThat(call.err().lines()).hasSize(8);
    }

    private static Call plan(String protocol, String... more) {
        return Call.of(Stream.concat(
                        Stream.of("plan", "--protocol", protocol, "--start", "2027-01-04"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static List<String[]> rows(Call call) {
        return call.out().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
