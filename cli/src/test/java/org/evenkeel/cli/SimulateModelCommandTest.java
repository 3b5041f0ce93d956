package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `simulate exposure --model ID`.
class SimulateModelCommandTest {
    private static final String DOMINO = "ketamine.domino1984";
    private static final String ESKETAMINE = "esketamine.perez-ruixo2021";

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("doses.csv", "hour,mgkg,dur_h\n0,0.5,0.6666666667\n");
        write("times.csv", "time_h\n4\n0.6666666667\n-1\n");
    }

    @Test
    void answersTheTypicalPersonAndSaysWhatIsUnverified() {
        Call call = simulate(DOMINO);
        assertThat(call.exitCode()).isZero();
        List<String> lines = call.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("subject,time_h,drug,metabolite");
        assertThat(number(lines.get(1), 2)).isCloseTo(17.3, within(0.05));
        assertThat(number(lines.get(2), 2)).isCloseTo(240, within(0.4));
        assertThat(lines.get(2)).startsWith("typical,0.6666666667,").endsWith(",");
        assertThat(lines.get(3)).isEqualTo("typical,-1,0,");
        assertThat(call.err())
                .contains("note: ketamine.domino1984: The figures are from general knowledge")
                .contains("unverified figures act here: centralVolume (K), k10 (K)")
                .doesNotContain("IM.peak");
    }

    @Test
    void weightAndRouteMatter() throws IOException {
        double usual = number(line(simulate(DOMINO), 2), 2);
        double heavy = number(line(simulate(DOMINO, "--weight-kg", "140"), 2), 2);
        // by the kilogram both: the same concentration
        assertThat(heavy).isCloseTo(usual, within(1e-6));
        write("doses.csv", "hour,mg,route\n0,35,im\n");
        Call injected = simulate(DOMINO);
        assertThat(number(line(injected, 1), 2)).isPositive();
        assertThat(injected.err()).contains("IM.share (K), IM.peak (P)");
        double halved = number(line(simulate(DOMINO, "--weight-kg", "140"), 1), 2);
        assertThat(2 * halved).isCloseTo(number(line(injected, 1), 2), within(1e-6));
    }

    @Test
    void effectsAreColumnsOfTheirOwnWhenAskedFor() {
        Call call = simulate(DOMINO, "--effects");
        List<String> lines = call.out().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("subject,time_h,drug,metabolite,systolic_rise_mmhg,"
                        + "diastolic_rise_mmhg,cadss");
        assertThat(number(lines.get(2), 4)).isCloseTo(17.3, within(0.1));
        assertThat(number(lines.get(2), 6)).isBetween(15.0, 20.0);
        assertThat(lines.get(3)).isEqualTo("typical,-1,0,,0,0,0");
        assertThat(call.err())
                .contains("Every figure is a default of ours")
                .contains("bloodPressure.most (P)");
    }

    @Test
    void theSameSeedDrawsTheSamePeopleHoweverManyThereAre() throws IOException {
        write("doses.csv", "hour,mg,route\n0,56,IN\n");
        String few = simulate(ESKETAMINE, "--subjects", "20", "--seed", "7").out();
        String again = simulate(ESKETAMINE, "--subjects", "20", "--seed", "7", "--jobs", "3")
                .out();
        String many = simulate(ESKETAMINE, "--subjects", "40", "--seed", "7").out();
        String others = simulate(ESKETAMINE, "--subjects", "20", "--seed", "8").out();
        assertThat(again).isEqualTo(few);
        assertThat(many).startsWith(few);
        assertThat(others).isNotEqualTo(few);
        assertThat(few.lines().skip(1).map(line -> line.split(",")[0]).distinct())
                .hasSize(20);
    }

    @Test
    void quantilesAreOverThePeople() throws IOException {
        write("doses.csv", "hour,mg,route\n0,84,IN\n");
        String[] asked = {"--subjects", "101", "--summary", "p50,p97.5"};
        List<String> bands = simulate(ESKETAMINE, asked).out().lines().toList();
        assertThat(bands.getFirst())
                .isEqualTo("time_h,drug_p50,drug_p97.5,metabolite_p50,metabolite_p97.5");
        double[] sorted = simulate(ESKETAMINE, "--subjects", "101")
                .out()
                .lines()
                .filter(line -> line.contains(",4,"))
                .mapToDouble(line -> number(line, 2))
                .sorted()
                .toArray();
        assertThat(number(bands.get(1), 1)).isEqualTo(sorted[50]);
        assertThat(number(bands.get(1), 2)).isCloseTo((sorted[97] + sorted[98]) / 2, within(1e-9));
    }

    @Test
    void jsonHoldsTheSame() {
        assertThat(simulate(DOMINO, "--format", "json").out())
                .startsWith("[\n  {\"subject\": \"typical\", \"time_h\": 4, \"drug\": 17.3")
                .contains("\"metabolite\": null}")
                .endsWith("}\n]\n");
        assertThat(simulate(DOMINO, "--format", "json", "--summary", "p50").out())
                .startsWith("[\n  {\"time_h\": 4, \"drug_p50\": 17.3")
                .contains("\"metabolite_p50\": null}")
                .endsWith("}\n]\n");
    }

    @Test
    void differencesThatNobodyPublishedAreNotDrawn() {
        Call call = simulate(DOMINO, "--subjects", "5");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("how people differ was not published for " + DOMINO);
        Call effects = simulate(DOMINO, "--subjects", "5", "--effects");
        assertThat(effects.exitCode()).isZero();
        assertThat(effects.err()).contains("concentrations are the typical person's");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/wrong-model-doses.csv", delimiter = '|', numLinesToSkip = 1)
    void dosesBeyondTheModelAreRefused(String doses, String model, String words)
            throws IOException {
        write("doses.csv", doses.replace('~', '\n') + "\n");
        Call call = simulate(model);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains(words);
    }

    @Test
    void wrongUsageIsToldAtOnce() {
        Call call = Call.of(
                "simulate", "exposure", "--model", "propofol", "--seed", "-1", "--subjects", "x");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .contains("--model: 'propofol' is not one of ketamine.domino1984, ")
                .contains("--subjects: 'x' is not a whole number from 1")
                .contains("--seed: '-1'")
                .contains("--doses is missing")
                .contains("--times is missing");
        assertThat(simulate(ESKETAMINE, "--effects").err())
                .contains("--effects: for esketamine there is no function of concentration");
        Call without = Call.of("simulate", "exposure", "--effects", "--weight-kg", "70");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .contains("--effects is for --model")
                .contains("--weight-kg is for --model");
    }

    private static double number(String line, int cell) {
        return Double.parseDouble(line.split(",")[cell]);
    }

    private static String line(Call call, int number) {
        return call.out().lines().toList().get(number);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Call simulate(String model, String... more) {
        List<String> words = new ArrayList<>(List.of("simulate", "exposure", "--model", model));
        for (String name : List.of("doses", "times")) {
            words.add("--" + name);
            words.add(folder.resolve(name + ".csv").toString());
        }
        words.addAll(List.of(more));
        return Call.of(words.toArray(String[]::new));
    }
}
