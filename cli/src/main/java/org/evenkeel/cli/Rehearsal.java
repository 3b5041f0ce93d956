package org.evenkeel.cli;

import org.evenkeel.core.insilico.Traits;
import org.evenkeel.core.insilico.TwoPools;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.CsvExport;
import org.evenkeel.exchange.DayKind;
import org.evenkeel.exchange.PatientCourse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Runs commands once on a small case while the JVM records what a start needs (its AOT cache), so
/// that later starts are quick. The launcher calls it after a build.
final class Rehearsal {
    private static final int PATIENTS = 400;
    private static final int DAYS = 200;

    private Rehearsal() {}

    static void main(String[] arguments) throws IOException {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.exit(run(new Console(nowhere, nowhere, false)));
    }

    /// Runs every call; answers the first exit code that is not 0, for then the rehearsal shows
    /// the JVM an ending that users rarely see.
    static int run(Console console) throws IOException {
        Path folder = Files.createTempDirectory("evenkeel-rehearsal");
        try {
            Path scores = folder.resolve("scores.csv");
            Path treatments = folder.resolve("treatments.csv");
            Cohort cohort = cohort();
            try (Writer out = Files.newBufferedWriter(scores)) {
                CsvExport.PLAIN.writeScores(cohort, out);
            }
            try (Writer out = Files.newBufferedWriter(treatments)) {
                CsvExport.PLAIN.writeTreatments(cohort, out);
            }
            for (String call : calls(scores, treatments)) {
                int exitCode = Main.run(console, call.split("\\|"));
                if (exitCode != Main.DONE) {
                    return exitCode;
                }
            }
            return Main.DONE;
        } finally {
            delete(folder);
        }
    }

    private static List<String> calls(Path scores, Path treatments) {
        String files = "--scores|" + scores + "|--treatments|" + treatments + "|--as-of|170|";
        return List.of(
                "--help",
                "plan|--list",
                "plan|--protocol|ketamine-iv.messer2010|--start|2027-01-04|--weight-kg|70",
                "forecast|" + files + "--at|177,184,191,198|--draws|4",
                "propose|" + files + "--protocol|ketamine-iv.adaptive|--risk|0.2|--explain",
                "propose|" + files + "--protocol|ketamine-iv.adaptive");
    }

    private static Cohort cohort() {
        List<PatientCourse> patients = new ArrayList<>();
        for (int n = 0; n < PATIENTS; n++) {
            RandomGenerator random = VirtualPatient.stream(1, n);
            TwoPools patient = new TwoPools(Traits.drawn(random), VirtualPatient.stream(2, n));
            UsualCare.Lived lived = UsualCare.drawn(random).live(patient, DAYS, random);
            patients.add(new PatientCourse("P" + n, lived.course(), Optional.empty()));
        }
        return new Cohort(DayKind.STUDY_DAY, patients);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
