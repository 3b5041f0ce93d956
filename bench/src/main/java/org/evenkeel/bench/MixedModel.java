package org.evenkeel.bench;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Forecasts of a cohort by a linear mixed model of R's nlme (`accuracy.R`).
final class MixedModel {
    private MixedModel() {}

    /// How residuals of one patient hang together.
    enum Correlation {
        /// all of a residual fades
        CAR1("nlme, CAR(1)"),
        /// part of it fades, part is new with each answer
        EXPONENTIAL("nlme, exponential with nugget");

        private final String title;

        Correlation(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What it said.
    ///
    /// @param predicted one for each outcome of the cohort, in their order
    /// @param model versions, and what was fitted
    record Answer(List<Predicted> predicted, String model) {}

    static boolean isInstalled() {
        try {
            Program.measure(List.of(
                    "Rscript", "-e", "quit(status = !requireNamespace('nlme', quietly = TRUE))"));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Empty if the model could not be fitted to this cohort.
    static Optional<Answer> of(AccuracyCohort cohort, Correlation correlation) throws IOException {
        Path folder = Files.createTempDirectory("accuracy");
        try {
            write(cohort, folder);
            Optional<String> model = run(folder, correlation);
            return model.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Answer(read(cohort, folder), model.orElseThrow()));
        } finally {
            for (String name : FILES) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static final String SCRIPT = "accuracy.R";
    private static final String OUT = "out.csv";
    private static final List<String> FILES =
            List.of("scores.csv", "treatments.csv", "asked.csv", OUT, SCRIPT);

    private static void write(AccuracyCohort cohort, Path folder) throws IOException {
        try (BufferedWriter scores = Files.newBufferedWriter(folder.resolve("scores.csv"));
                BufferedWriter treatments =
                        Files.newBufferedWriter(folder.resolve("treatments.csv"));
                BufferedWriter asked = Files.newBufferedWriter(folder.resolve("asked.csv"))) {
            scores.write("patient,day,score\n");
            treatments.write("patient,day\n");
            asked.write("patient,day\n");
            for (int n = 0; n < cohort.cases().size(); n++) {
                AccuracyCohort.Case each = cohort.cases().get(n);
                for (Rating rating : each.known().ratings()) {
                    scores.write("V-" + n + "," + rating.day() + "," + rating.score() + "\n");
                }
                for (Administration given : each.course().administrations()) {
                    treatments.write("V-" + n + "," + given.day() + "\n");
                }
                for (Rating rating : each.later()) {
                    asked.write("V-" + n + "," + rating.day() + "\n");
                }
            }
        }
    }

    private static Optional<String> run(Path folder, Correlation correlation) throws IOException {
        Path script = folder.resolve(SCRIPT);
        try (InputStream text = Objects.requireNonNull(
                MixedModel.class.getResourceAsStream(SCRIPT), "accuracy.R is not in the jar")) {
            Files.copy(text, script);
        }
        Process process = new ProcessBuilder(
                        "Rscript",
                        script.toString(),
                        folder.toString(),
                        correlation.word(),
                        folder.resolve(OUT).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String model =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return model.isEmpty() ? Optional.empty() : Optional.of(model);
    }

    private static List<Predicted> read(AccuracyCohort cohort, Path folder) throws IOException {
        Map<String, Predicted> answers = new HashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve(OUT));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            answers.put(
                    cells.get(0) + "," + cells.get(1),
                    Predicted.normal(
                            Double.parseDouble(cells.get(2)), Double.parseDouble(cells.get(3))));
        }
        List<Predicted> predicted = new ArrayList<>();
        for (int n = 0; n < cohort.cases().size(); n++) {
            for (Rating rating : cohort.cases().get(n).later()) {
                String key = "V-" + n + "," + rating.day();
                predicted.add(Objects.requireNonNull(answers.get(key), key));
            }
        }
        return predicted;
    }
}
