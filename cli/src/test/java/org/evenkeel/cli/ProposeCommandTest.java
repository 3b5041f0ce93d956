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
import java.util.stream.Stream;

class ProposeCommandTest {
    private static final String SCORES = """
            patient,date,score
            booked,2027-01-03,20
            booked,2027-01-11,9
            booked,2027-01-18,4
            booked,2027-02-01,6
            booked,2027-02-15,5
            never,2027-01-03,22
            never,2027-01-18,20
            never,2027-02-15,21
            quiet,2026-11-01,12
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        StringBuilder treatments = new StringBuilder("patient,date,route,dose_mgkg\n");
        for (String patient : List.of("booked", "never", "quiet")) {
            for (int day : new int[] {4, 6, 8, 11, 13, 15}) {
                treatments.append(patient).append(",2027-01-%02d,IV,0.5\n".formatted(day));
            }
        }
        Files.writeString(folder.resolve("scores.csv"), SCORES);
        Files.writeString(folder.resolve("treatments.csv"), treatments);
    }

    @Test
    void datesWithholdsOrAsks() {
        Call call = propose("--protocol", "ketamine-iv.adaptive", "--risk", "0.2");
        assertThat(call.err()).isEmpty();
        assertThat(call.exitCode()).isZero();
        List<String> lines = call.out().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("patient,decision,earliest,day,latest,p_unwell,reasons");
        assertThat(lines.get(1)).startsWith("booked,book,2027-02-16,2027-").contains("2027-04-09");
        assertThat(lines.get(2)).isEqualTo("never,withhold,,,,,no-response-after-series");
        assertThat(lines.get(3)).isEqualTo("quiet,ask,,,,,no-recent-score");
    }

    @Test
    void withoutARiskTheCheapestPlanIsProposed() {
        Call call = propose("--protocol", "ketamine-iv.adaptive");
        assertThat(call.out()).containsPattern("booked,book,.*(least-cost|overdue);");
    }

    /// What is known of a patient's other treatment leans their own answer and nobody else's.
    @Test
    void otherTreatmentsLeanThePriorAndAreNamed() throws IOException {
        String patients = folder.resolve("patients.csv").toString();
        Files.writeString(
                Path.of(patients),
                "patient,antidepressant,psychotherapy,benzodiazepine\nbooked,no,,yes\nnever,,,\n");
        String[] plain = {"--protocol", "ketamine-iv.adaptive", "--risk", "0.2", "--explain"};
        Call without = propose(plain);
        Call with = propose(Stream.concat(Stream.of(plain), Stream.of("--patients", patients))
                .toArray(String[]::new));
        List<String> before = without.out().lines().toList();
        List<String> after = with.out().lines().toList();
        assertThat(day(after.get(1))).isLessThan(day(before.get(1)));
        assertThat(after.get(1)).contains("With benzodiazepine: before any score", "unverified");
        assertThat(after.subList(2, 4)).isEqualTo(before.subList(2, 4));
        assertThat(with.err()).contains("lean the prior of 1 patient a little");
    }

    private static String day(String line) {
        return line.split(",")[3];
    }

    @Test
    void explainsInWordsWithNumbers() {
        Call call = propose("--protocol", "KETAMINE-IV.Adaptive", "--risk", "0.2", "--explain");
        assertThat(call.out())
                .contains("days after the last treatment the chance of being unwell is")
                .contains("After a full series of 6 treatments the best score is 20 from 22");
    }

    @Test
    void explainsWhatMovedItAndWhatWouldChangeIt() {
        Call call = propose("--protocol", "ketamine-iv.adaptive", "--risk", "0.2", "--explain");
        List<String> lines = call.out().lines().toList();
        assertThat(lines.get(1))
                .containsPattern("[Tt]he (score of \\d+,|treatment) \\d+ days ago")
                .contains("Untreated, severity would be about")
                .contains("than expected)");
        assertThat(lines.get(2)).contains("At the next review (in 7 days)");
        assertThat(lines.get(3)).doesNotContain("chance from");
    }

    @Test
    void aFixedIntervalStaysInsideItsBounds() {
        Call call = propose("--protocol", "ketamine-iv.messer2010", "--risk", "0.9");
        assertThat(call.out()).contains("booked,book,2027-02-16,2027-02-16,2027-02-16");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --risk 0.2                               | --protocol is missing
            --protocol none                          | 'none' is not known; there are ketamine-iv
            --protocol ketamine-sl.hull2022          | ketamine-sl.hull2022 is for reference only
            --protocol ketamine-iv.adaptive --risk 1 | above 0 and below 1
            --protocol ketamine-iv.adaptive --risk x | --risk: 'x' is not a number
            --protocol ketamine-iv.adaptive --risk 0 | --risk: '0' is not a number
            """)
    void wrongUseIsToldInASentence(String options, String words) {
        Call call = propose(options.split(" "));
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains(words).doesNotContain("Exception");
    }

    private Call propose(String... more) {
        String[] arguments = new String[7 + more.length];
        arguments[0] = "propose";
        arguments[1] = "--scores";
        arguments[2] = folder.resolve("scores.csv").toString();
        arguments[3] = "--treatments";
        arguments[4] = folder.resolve("treatments.csv").toString();
        arguments[5] = "--as-of";
        arguments[6] = "2027-02-15";
        System.arraycopy(more, 0, arguments, 7, more.length);
        return Call.of(arguments);
    }
}
