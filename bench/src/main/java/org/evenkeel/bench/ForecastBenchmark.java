package org.evenkeel.bench;

import java.io.IOException;
import java.util.List;

/// `forecast` for a large group of clinics: ten thousand patients, about 20 scores and 15
/// treatments each, eight days asked, from file to file. To hold: 30 s on two cores and 1 GiB.
final class ForecastBenchmark {
    private static final int RUNS = 3;

    private ForecastBenchmark() {}

    static void run(Program program) throws IOException {
        try (CohortFiles cohort = CohortFiles.written()) {
            for (int run = 1; run <= RUNS; run++) {
                System.out.println("forecast   " + forecast(program, cohort));
            }
        }
    }

    static Program.Cost forecast(Program program, CohortFiles cohort) throws IOException {
        return program.run(List.of(
                "forecast",
                "--scores",
                cohort.scores().toString(),
                "--treatments",
                cohort.treatments().toString(),
                "--as-of",
                Integer.toString(CohortFiles.AS_OF),
                "--at",
                CohortFiles.ASKED,
                "--out",
                cohort.out().toString()));
    }
}
