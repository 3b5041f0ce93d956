package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.insilico.Spells;
import org.evenkeel.core.insilico.Traits;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.CsvExport;
import org.evenkeel.exchange.DayKind;
import org.evenkeel.exchange.PatientCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class LearnCommandTest {
    private static final int PATIENTS = 40;

    @TempDir
    Path folder;

    @BeforeEach
    void registry() throws IOException {
        List<PatientCourse> patients = new ArrayList<>();
        for (int n = 0; n < PATIENTS; n++) {
            RandomGenerator random = VirtualPatient.stream(21, n);
            Spells patient = new Spells(Traits.drawn(random), VirtualPatient.stream(22, n));
            UsualCare.Lived lived = UsualCare.drawn(random).live(patient, 120, random);
            patients.add(new PatientCourse("P" + n, lived.course(), Optional.empty()));
        }
        Cohort cohort = new Cohort(DayKind.STUDY_DAY, patients);
        try (Writer out = Files.newBufferedWriter(folder.resolve("scores.csv"))) {
            CsvExport.PLAIN.writeScores(cohort, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("treatments.csv"))) {
            CsvExport.PLAIN.writeTreatments(cohort, out);
        }
    }

    @Test
    void whatItWritesServesAsAPrior() {
        Call learn = learn("--as-of", "90");
        assertThat(learn.exitCode()).as(learn.err()).isZero();
        assertThat(learn.err())
                .contains("learned from 40 patients", "8 patients kept aside", "more probable");
        Call forecast = Call.of(
                "forecast",
                "--scores",
                folder.resolve("scores.csv").toString(),
                "--treatments",
                folder.resolve("treatments.csv").toString(),
                "--as-of",
                "90",
                "--at",
                "97",
                "--prior",
                folder.resolve("prior.json").toString());
        assertThat(forecast.exitCode()).as(forecast.err()).isZero();
        assertThat(forecast.out().lines()).hasSize(PATIENTS + 1);
    }

    @Test
    void whatIsLaterThanTheAsOfDayTeachesNothing() throws IOException {
        learn("--as-of", "60");
        String whole = Files.readString(folder.resolve("prior.json"));
        Path scores = folder.resolve("scores.csv");
        List<String> rows = Files.readAllLines(scores);
        int day = List.of(rows.getFirst().split(",")).indexOf("day");
        Files.write(
                scores,
                rows.stream()
                        .filter(row -> row.equals(rows.getFirst())
                                || Integer.parseInt(row.split(",")[day]) <= 60)
                        .toList());
        learn("--as-of", "60");
        assertThat(Files.readString(folder.resolve("prior.json"))).isEqualTo(whole);
    }

    @Test
    void aRegistryThatSaysNothingIsRefused() throws IOException {
        Files.writeString(folder.resolve("scores.csv"), "patient,day,score\na,0,12\nb,0,12\n");
        Call call = Call.of("learn", "--scores", folder.resolve("scores.csv").toString());
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err()).contains("at least 5 patients", "got 0");
        assertThat(call.out()).isEmpty();
    }

    private Call learn(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "learn",
                "--scores",
                folder.resolve("scores.csv").toString(),
                "--treatments",
                folder.resolve("treatments.csv").toString(),
                "--out",
                folder.resolve("prior.json").toString()));
        words.addAll(List.of(more));
        return Call.of(words.toArray(String[]::new));
    }
}
