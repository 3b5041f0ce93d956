package org.evenkeel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `forecast` for a large clinic group: ten thousand patients, about 20 scores and 12 treatments
/// each, eight days asked, from file to file. To hold: 30 s on two cores and 1 GiB.
final class ForecastBenchmark {
    private static final int PATIENTS = 10_000;
    private static final int AS_OF = 200;
    private static final String ASKED = "207,214,221,228,235,242,249,256";
    private static final int RUNS = 3;

    private ForecastBenchmark() {}

    static void run(Program program) throws IOException {
        Path folder = Files.createTempDirectory("evenkeel");
        Path scores = folder.resolve("scores.csv");
        Path treatments = folder.resolve("treatments.csv");
        Path out = folder.resolve("forecast.csv");
        try {
            CohortFiles.Size size = CohortFiles.write(PATIENTS, AS_OF, scores, treatments);
            System.out.printf(
                    "forecast   %,d patients, %.1f scores and %.1f treatments each%n",
                    PATIENTS, size.scoresEach(), size.treatmentsEach());
            for (int run = 1; run <= RUNS; run++) {
                Program.Cost cost = program.run(List.of(
                        "forecast",
                        "--scores",
                        scores.toString(),
                        "--treatments",
                        treatments.toString(),
                        "--as-of",
                        Integer.toString(AS_OF),
                        "--at",
                        ASKED,
                        "--out",
                        out.toString()));
                System.out.printf(
                        "forecast   run %d: %.1f s, processor %.1f s, peak %d MiB%n",
                        run, cost.seconds(), cost.processor().toMillis() / 1000.0, cost.peakMiB());
            }
        } finally {
            for (Path file : List.of(scores, treatments, out, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
