package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ForecastCommandTest {
    private static final String SCORES = """
            patient,day,score
            b,-1,19
            a,-1,20
            a,7,9
            a,14,4
            a,28,6
            a,42,5
            b,14,16
            old,-100,12
            """;
    private static final String TREATMENTS = """
            patient,day,route,dose_mgkg
            a,0,IV,0.5
            a,2,IV,0.5
            a,4,IV,0.5
            a,7,IV,0.5
            a,9,IV,0.5
            a,11,IV,0.5
            b,0,IV,0.5
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("scores.csv"), SCORES);
        Files.writeString(folder.resolve("treatments.csv"), TREATMENTS);
    }

    @Test
    void answersEveryPatientAndDayInTheOrderOfTheInput() {
        Call call = forecast("--as-of", "42", "--at", "49,70");
        assertThat(call.exitCode()).isZero();
        List<String> lines = call.out().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("patient,day,mean,sd,p10,p25,p50,p75,p90,p_above,p_relapse,basis");
        assertThat(lines.subList(1, 7).stream().map(line -> line.split(",", -1)))
                .extracting(cells -> cells[0] + " " + cells[1] + " " + cells[11])
                .containsExactly(
                        "b 49 population",
                        "b 70 population",
                        "a 49 own",
                        "a 70 own",
                        "old 49 refused:no-recent-score",
                        "old 70 refused:no-recent-score");
        assertThat(lines.get(5)).isEqualTo("old,49,,,,,,,,,,refused:no-recent-score");
        // b is unwell now: there is no relapse to speak of.
        assertThat(lines.get(1).split(",", -1)[10]).isEmpty();
        assertThat(lines.get(3).split(",", -1)[10]).isNotEmpty();
    }

    @Test
    void aPlanForSomeoneUnknownIsNoted() throws IOException {
        Path planned = folder.resolve("planned.csv");
        Files.writeString(planned, "patient,day,route,dose_mgkg\na,45,IV,0.5\nA,45,IV,0.5\n");
        Call call = forecast("--as-of", "42", "--at", "60", "--planned", planned.toString());
        assertThat(call.exitCode()).isZero();
        assertThat(call.err())
                .contains("note: 1 patient of --planned has no scores or treatments and no"
                        + " forecast\n");
    }

    @Test
    void filesThatGoWithScoresAreRefusedBesideFhir() {
        Call call = Call.of(
                "forecast",
                "--fhir",
                "f.json",
                "--treatments",
                "t.csv",
                "--patients",
                "p.csv",
                "--as-of",
                "42",
                "--at",
                "60");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .startsWith("--treatments goes with --scores; --fhir brings its own\n"
                        + "--patients goes with --scores; --fhir brings its own\n");
    }

    @Test
    void aPatientsRowsDependOnThatPatientAlone() throws IOException {
        String together =
                forecast("--as-of", "42", "--at", "49", "--draws", "5").out();
        Files.writeString(
                folder.resolve("scores.csv"),
                SCORES.lines().filter(line -> !line.startsWith("b")).toList().stream()
                        .reduce("", (text, line) -> text + line + "\n"));
        String alone = forecast("--as-of", "42", "--at", "49", "--draws", "5").out();
        assertThat(together.lines().filter(line -> line.startsWith("a,")).toList())
                .isEqualTo(alone.lines().filter(line -> line.startsWith("a,")).toList());
    }

    @Test
    void jobsAndRepetitionChangeNoByte() {
        Call one = forecast("--as-of", "42", "--at", "49", "--draws", "9", "--jobs", "1");
        Call four = forecast("--as-of", "42", "--at", "49", "--draws", "9", "--jobs", "4");
        assertThat(one.out()).isEqualTo(four.out());
        Call other = forecast("--as-of", "42", "--at", "49", "--draws", "9", "--seed", "2");
        assertThat(other.out()).isNotEqualTo(one.out());
    }

    @Test
    void onlyPlannedTreatmentsCountAfterTheAsOfDay() throws IOException {
        Files.writeString(folder.resolve("treatments.csv"), TREATMENTS + "a,45,IV,0.5\n");
        Call ignored = forecast("--as-of", "42", "--at", "60");
        assertThat(ignored.err()).contains("1 treatment lies after 42 and did not count");
        Path planned = folder.resolve("planned.csv");
        Files.writeString(planned, "patient,day,route,dose_mgkg\na,45,IV,0.5\n");
        Call counted = forecast("--as-of", "42", "--at", "60", "--planned", planned.toString());
        assertThat(mean(counted)).isLessThan(mean(ignored));
    }

    @Test
    void jsonHoldsTheSameRows() {
        Call call = forecast("--as-of", "42", "--at", "49", "--format", "json");
        assertThat(call.out())
                .startsWith("[\n  {\"patient\": \"b\", \"day\": 49, \"mean\": ")
                .contains("\"p_relapse\": null")
                .endsWith("]\n");
    }

    @Test
    void daysBeyondTheHorizonAreRefusedRowByRow() {
        Call call = forecast("--as-of", "42", "--at", "49,500");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("a,500,,,,,,,,,,refused:beyond-horizon");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --as-of 42                          | --at is missing
            --at 49                             | --as-of is missing
            --as-of 42 --at 42                  | --at: 42 is not after the as-of day 42
            --as-of 42 --at 49,x                | --at: 'x' is not a whole number
            --as-of 2027-01-01 --at 49          | --as-of: '2027-01-01' is not a whole number
            --as-of 42 --at 49 --threshold 28   | a whole number from 1 to 27
            --as-of 42 --at 49 --instrument x   | 'x' is not known; there are phq-9, gad-7
            --as-of 42 --at 49 --jobs 0         | a whole number from 1 to 1024
            --as-of 42 --at 49 --draws -1       | a whole number from 1 to
            --as-of 42 --at 49 --prior none     | --prior: none
            """)
    void wrongUseIsToldInASentence(String options, String words) {
        Call call = forecast(options.split(" "));
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains(words).doesNotContain("Exception");
    }

    @Test
    void wrongInputWritesNoOutput() throws IOException {
        Files.writeString(folder.resolve("scores.csv"), "patient,day,score\na,1,28\na,x,3\n");
        Path out = folder.resolve("out.csv");
        Call call = forecast("--as-of", "42", "--at", "49", "--out", out.toString());
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("scores.csv").contains("28").contains("0 to 27");
        assertThat(out).doesNotExist();
    }

    private Call forecast(String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "forecast";
        arguments[1] = "--scores";
        arguments[2] = folder.resolve("scores.csv").toString();
        arguments[3] = "--treatments";
        arguments[4] = folder.resolve("treatments.csv").toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Call.of(arguments);
    }

    private static double mean(Call call) {
        return call.out()
                .lines()
                .filter(line -> line.startsWith("a,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[2]))
                .findFirst()
                .orElseThrow();
    }
}
