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
import java.util.random.RandomGenerator;

/// Made-up patients as the two files of the command line; the same bytes for the same size.
final class CohortFiles {
    private static final long SEED = 20_261_121;

    private CohortFiles() {}

    /// @param scoresEach scores per patient on average
    /// @param treatmentsEach treatments per patient on average
    record Size(double scoresEach, double treatmentsEach) {}

    /// Writes as many patients, each followed for `days` days from the first treatment on.
    static Size write(int patients, int days, Path scores, Path treatments) throws IOException {
        long scoreRows = 0;
        long treatmentRows = 0;
        try (BufferedWriter scoreLines = Files.newBufferedWriter(scores);
                BufferedWriter treatmentLines = Files.newBufferedWriter(treatments)) {
            scoreLines.write("patient,day,instrument,score\n");
            treatmentLines.write("patient,day,drug,route,dose_mgkg\n");
            for (int i = 0; i < patients; i++) {
                String id = "V-%05d".formatted(i + 1);
                Course course = course(i, days);
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
        return new Size(scoreRows / (double) patients, treatmentRows / (double) patients);
    }

    private static Course course(int number, int days) {
        RandomGenerator random = VirtualPatient.stream(SEED, number);
        Traits traits = Traits.drawn(random);
        VirtualPatient patient = switch (number % 3) {
            case 0 -> new FadingDrops(traits, random);
            case 1 -> new Spells(traits, random);
            default -> new TwoPools(traits, random);
        };
        return UsualCare.drawn(random).live(patient, days, random).course();
    }
}
