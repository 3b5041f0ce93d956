package org.evenkeel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The same cohort by a linear mixed model of R's nlme (`peer.R`), and how many times as long it
/// takes. The peer gives a mean for each asked day; ours gives its whole distribution as well.
final class PeerBenchmark {
    private PeerBenchmark() {}

    static void run(Program program) throws IOException {
        if (!hasPeer()) {
            System.out.println("peer       not measured: install R with nlme"
                    + " (packages r-base-core and r-cran-nlme)");
            return;
        }
        try (CohortFiles cohort = CohortFiles.written()) {
            Program.Cost ours = ForecastBenchmark.forecast(program, cohort);
            Program.Cost theirs = peer(cohort);
            System.out.println("peer       ours " + ours);
            System.out.println("peer       nlme " + theirs);
            System.out.printf(
                    "peer       nlme takes %.1f times as long%n",
                    theirs.seconds() / ours.seconds());
        }
    }

    private static Program.Cost peer(CohortFiles cohort) throws IOException {
        Path script = cohort.folder().resolve("peer.R");
        try (InputStream text = Objects.requireNonNull(
                PeerBenchmark.class.getResourceAsStream("peer.R"), "peer.R is not in the jar")) {
            Files.copy(text, script);
            return Program.measure(List.of(
                    "Rscript",
                    script.toString(),
                    cohort.scores().toString(),
                    cohort.treatments().toString(),
                    Integer.toString(CohortFiles.AS_OF),
                    CohortFiles.ASKED,
                    cohort.out().toString()));
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private static boolean hasPeer() {
        try {
            Program.measure(List.of("Rscript", "-e", "library(nlme)"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
