package org.evenkeel.bench;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.insilico.FadingDrops;
import org.evenkeel.core.insilico.Spells;
import org.evenkeel.core.insilico.Traits;
import org.evenkeel.core.insilico.TwoPools;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/// Ten thousand made-up patients as the two files of the command line, the same bytes every time,
/// in a folder that goes when they are closed.
record CohortFiles(Path folder) implements AutoCloseable {
    /// The day up to which they are followed.
    static final int AS_OF = 200;

    /// Eight days after it.
    static final String ASKED = "207,214,221,228,235,242,249,256";

    private static final int PATIENTS = 10_000;
    private static final long SEED = 20_261_121;

    /// Makes and writes them, and says how many rows that was.
    static CohortFiles written() throws IOException {
        CohortFiles files = new CohortFiles(Files.createTempDirectory("evenkeel"));
        files.write();
        return files;
    }

    Path scores() {
        return folder.resolve("scores.csv");
    }

    Path treatments() {
        return folder.resolve("treatments.csv");
    }

    Path out() {
        return folder.resolve("out.csv");
    }

    @Override
    public void close() throws IOException {
        for (Path file : List.of(scores(), treatments(), out(), folder)) {
            Files.deleteIfExists(file);
        }
    }

    private void write() throws IOException {
        long scoreRows = 0;
        long treatmentRows = 0;
        try (BufferedWriter scoreLines = Files.newBufferedWriter(scores());
                BufferedWriter treatmentLines = Files.newBufferedWriter(treatments())) {
            scoreLines.write("patient,day,instrument,score\n");
            treatmentLines.write("patient,day,drug,route,dose_mgkg\n");
            for (int i = 0; i < PATIENTS; i++) {
                String id = "V-%05d".formatted(i + 1);
                Course course = course(i);
                for (Rating rating : course.ratings()) {
                    scoreLines.write(id + "," + rating.day() + ",phq-9," + rating.score() + "\n");
                }
                for (Administration given : course.administrations()) {
                    treatmentLines.write(id + "," + given.day() + ",ketamine,IV,0.5\n");
                }
                scoreRows += course.ratings().size();
                treatmentRows += course.administrations().size();
            }
        }
        System.out.printf(
                "cohort     %,d patients, %,d scores, %,d treatments%n",
                PATIENTS, scoreRows, treatmentRows);
    }

    /// The course of one made-up patient.
    static Course course(int number) {
        RandomGenerator random = VirtualPatient.stream(SEED, number);
        Traits traits = Traits.drawn(random);
        VirtualPatient patient = switch (number % 3) {
            case 0 -> new FadingDrops(traits, random);
            case 1 -> new Spells(traits, random);
            default -> new TwoPools(traits, random);
        };
        return UsualCare.drawn(random).live(patient, AS_OF, random).course();
    }
}
