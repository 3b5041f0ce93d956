package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class SimulateExposureCommandTest {
    private static final String SUBJECTS = """
            subject,weight_kg,cl,v1,q,v2,fm,clm,vm
            b,70,80,60,150,180,0.8,40,100
            "a, b",80,70,252,0,100,0,40,100
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("subjects.csv", SUBJECTS);
        write("doses.csv", "hour,mgkg,dur_h\n1,0.5,0\n");
        write("times.csv", "time_h\n2.50\n1\n0\n1\n");
    }

    @Test
    void answersEachSubjectInTheOrderOfTheFilesAndTheTimesAsWritten() {
        Call call = simulate();
        assertThat(call.err()).isEmpty();
        assertThat(call.exitCode()).isZero();
        List<String> lines = call.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("subject,time_h,drug,metabolite");
        assertThat(lines)
                .hasSize(9)
                .contains("b,0,0,0", "\"a, b\",0,0,0")
                // 0.5 mg/kg · 70 kg / 60 L, just after the bolus
                .contains("b,1,583.333333333,0")
                .anyMatch(line -> line.startsWith("b,2.50,"));
        // One compartment: 0.5 · 80/252 · exp(-70/252 · 1.5) mg/L
        double expected = 1_000 * 0.5 * 80 / 252 * Math.exp(-70 / 252.0 * 1.5);
        String[] cells = lines.get(5).split(",");
        assertThat(Double.parseDouble(cells[3])).isCloseTo(expected, within(1e-9));
        assertThat(cells[4]).isEqualTo("0");
    }

    @Test
    void threadsChangeNothing() throws IOException {
        write("subjects.csv", many(5_000));
        assertThat(simulate("--jobs", "1").out())
                .isEqualTo(simulate("--jobs", "3").out());
        String[] summary = {"--summary", "p2.5,p50"};
        assertThat(simulate(summary).out())
                .isEqualTo(simulate("--jobs", "3", "--summary", "p2.5,p50").out());
    }

    @Test
    void quantilesAreThoseOfTheTable() throws IOException {
        write("subjects.csv", many(101));
        List<String> rows = simulate().out().lines().skip(1).toList();
        List<Double> atOne = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(",");
            if (cells[1].equals("2.50")) {
                atOne.add(Double.parseDouble(cells[3]));
            }
        }
        double[] sorted =
                atOne.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        List<String> bands = simulate("--summary", "p5,p50").out().lines().toList();
        assertThat(bands.getFirst())
                .isEqualTo("time_h,drug_p5,drug_p50,metabolite_p5,metabolite_p50");
        assertThat(bands).hasSize(5);
        double[] first = Arrays.stream(bands.get(1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(first[0]).isEqualTo(2.5);
        assertThat(first[3]).isEqualTo(sorted[5]);
        assertThat(first[4]).isEqualTo(sorted[50]);
    }

    @Test
    void jsonHoldsTheSame() {
        assertThat(simulate("--format", "json").out())
                .startsWith("[\n  {\"subject\": \"b\", \"time_h\": 2.50, \"drug\": ")
                .contains("{\"subject\": \"a, b\", \"time_h\": 0, \"drug\": 0, \"metabolite\": 0}")
                .endsWith("}\n]\n");
        assertThat(simulate("--format", "json", "--summary", "p50").out())
                .startsWith("[\n  {\"time_h\": 2.50, \"drug_p50\": ")
                .endsWith("}\n]\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            p5,p101    | not quantiles such as p5,p50,p95, ascending, each from p0 to p100
            p50,p5     | not quantiles such as p5,p50,p95
            0.5        | '0.5' is not quantiles
            p5,        | is not quantiles
            """)
    void quantilesThatAreNone(String summary, String words) {
        Call call = simulate("--summary", summary);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).startsWith("--summary: ").contains(words);
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        Call call = Call.of("simulate", "exposure", "--times", "t.csv", "--jobs", "0");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .contains("--subjects is missing")
                .contains("--doses is missing")
                .contains("--jobs: '0'");
    }

    @Test
    void wrongInputIsToldWithItsPlaceAndWritesNoOutput() throws IOException {
        write("subjects.csv", SUBJECTS.replace("80,60", "0,60").replace("0,40", "1.5,40"));
        write("doses.csv", "hour,mgkg\n0,0.5\n");
        write("times.csv", "time_h\nsoon\nNaN\n");
        Path out = folder.resolve("out.csv");
        Call call = simulate("--out", out.toString());
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(out).doesNotExist();
        assertThat(call.err().lines().map(line -> line.replaceFirst(".*/", "")))
                .containsExactly(
                        "times.csv, line 2, time_h: got soon; allowed is a number from -1000000 to"
                                + " 1000000",
                        "times.csv, line 3, time_h: got NaN; allowed is a number from -1000000 to"
                                + " 1000000",
                        "doses.csv, line 1, dur_h: got no such column; allowed is a header with a"
                                + " column dur_h",
                        "subjects.csv, line 2, cl: got 0; allowed is a number from 0.000000001 to"
                                + " 1000000000",
                        "subjects.csv, line 3, fm: got 1.5; allowed is a number from 0 to 1");
    }

    @Test
    void aSubjectTwiceIsAnError() throws IOException {
        write("subjects.csv", SUBJECTS + "b,70,80,60,150,180,0.8,40,100\n");
        Call call = simulate();
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("line 4, subject: got a subject twice");
    }

    @Test
    void withoutSubjectsThereAreRowsForNobodyAndNoQuantiles() throws IOException {
        write("subjects.csv", SUBJECTS.substring(0, SUBJECTS.indexOf('\n') + 1));
        assertThat(simulate().out()).isEqualTo("subject,time_h,drug,metabolite\n");
        Call bands = simulate("--summary", "p50");
        assertThat(bands.exitCode()).isEqualTo(2);
        assertThat(bands.err()).contains("quantiles need at least one subject");
    }

    @Test
    void simulateAloneListsWhatThereIs() {
        Call alone = Call.of("simulate");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err()).contains("after 'simulate' stands nothing", "simulate exposure");
        assertThat(Call.of("simulate", "--help").out()).contains("simulate exposure");
        assertThat(Call.of("simulate", "rain").err()).contains("after 'simulate' stands 'rain'");
    }

    private static String many(int count) {
        StringBuilder rows = new StringBuilder("subject,weight_kg,cl,v1,q,v2,fm,clm,vm\n");
        for (int i = 0; i < count; i++) {
            rows.append("S" + i + ",70," + (40 + i % 997) + ",60,150,180,0.8,40,100\n");
        }
        return rows.toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Call simulate(String... more) {
        List<String> words = new ArrayList<>(List.of("simulate", "exposure"));
        for (String name : List.of("subjects", "doses", "times")) {
            words.add("--" + name);
            words.add(folder.resolve(name + ".csv").toString());
        }
        words.addAll(List.of(more));
        return Call.of(words.toArray(String[]::new));
    }
}
