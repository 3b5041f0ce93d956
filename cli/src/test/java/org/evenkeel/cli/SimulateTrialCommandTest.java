package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class SimulateTrialCommandTest {
    private static final String RULES = "none,fixed-28,sustain-1,early-warning,clairvoyant";

    @TempDir
    Path folder;

    @Test
    void aTableHasARowForEachWorldAndPolicy() {
        Call call = trial("--policy", RULES, "--world", "spells,grades");
        assertThat(call.exitCode()).isZero();
        List<String> lines = call.out().lines().toList();
        assertThat(lines).hasSize(1 + 2 * 5);
        assertThat(lines.getFirst()).startsWith("world,policy,patients,well_days,well_days_low");
        assertThat(lines.get(1)).startsWith("spells,none,12,");
        assertThat(lines.getLast()).startsWith("grades,clairvoyant,12,");
        int cells = lines.getFirst().split(",").length;
        assertThat(lines).allMatch(line -> line.split(",", -1).length == cells);
    }

    @Test
    void theNumberOfThreadsChangesNothingAndTheSeedDoes() {
        String one = trial("--policy", RULES, "--jobs", "1").out();
        assertThat(trial("--policy", RULES, "--jobs", "3").out()).isEqualTo(one);
        assertThat(trial("--policy", RULES, "--seed", "2").out()).isNotEqualTo(one);
    }

    @Test
    void anInterruptedTrialGoesOnToTheSameBytes() throws IOException {
        Path kept = folder.resolve("blocks");
        String whole = trial("--policy", RULES).out();
        assertThat(trial("--policy", RULES, "--resume", kept.toString()).out()).isEqualTo(whole);
        List<String> lines = Files.readAllLines(kept);
        String torn = lines.get(8).substring(0, lines.get(8).length() / 2);
        Files.writeString(kept, String.join("\n", lines.subList(0, 8)) + "\n" + torn);
        assertThat(trial("--policy", RULES, "--resume", kept.toString()).out()).isEqualTo(whole);
        assertThat(Files.readAllLines(kept)).isEqualTo(lines);
    }

    @Test
    void blocksOfAnotherTrialAreRefused() {
        String kept = folder.resolve("blocks").toString();
        trial("--policy", RULES, "--resume", kept);
        Call other = trial("--policy", RULES, "--seed", "9", "--resume", kept);
        assertThat(other.exitCode()).isEqualTo(Main.WRONG_INPUT);
        assertThat(other.err()).contains("is not of this trial").contains("seed=9");
    }

    @Test
    void thePictureIsWellFormedAndNamesThePolicies() throws Exception {
        Path plot = folder.resolve("trial.svg");
        trial("--policy", RULES + ",hull", "--plot", plot.toString());
        assertThat(Files.readString(plot))
                .contains(">3 sustain-1</text>", ">spells</text>", "grades (held out)")
                .doesNotContain(" fixed-9</text>", "NaN");
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(plot.toFile());
    }

    @Test
    void twoResultsInOneFileAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("result"), "what was there");
        String other = folder.resolve("x/../result").toString();
        Call call = trial("--policy", RULES, "--out", file.toString(), "--plot", other);
        assertThat(call.exitCode()).isEqualTo(Main.WRONG_INPUT);
        assertThat(call.err()).contains("--plot: '" + other + "' is not another file than --out");
        assertThat(Files.readString(file)).isEqualTo("what was there");
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        Call call = trial("--policy", "fixed-22,none", "--world", "mars", "--patients", "1");
        assertThat(call.exitCode()).isEqualTo(Main.WRONG_INPUT);
        assertThat(call.err())
                .contains("--policy: 'fixed-22' is not all or one of hull, none, fixed-7")
                .contains("--world: 'mars' is not all or one of fading-drops")
                .contains("--patients: '1' is not a whole number from 2");
        assertThat(call.out()).isEmpty();
    }

    /// A small trial; an option given here wins over the small one.
    private static Call trial(String... given) {
        List<String> words = new ArrayList<>(List.of("simulate", "trial"));
        words.addAll(Arrays.asList(given));
        for (String[] usual : new String[][] {{"--patients", "12"}, {"--world", "spells,grades"}}) {
            if (!words.contains(usual[0])) {
                words.addAll(Arrays.asList(usual));
            }
        }
        return Call.of(words.toArray(String[]::new));
    }
}
