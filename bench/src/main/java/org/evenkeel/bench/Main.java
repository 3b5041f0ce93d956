package org.evenkeel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `./evenkeel bench [NAME]`: runs one benchmark, or all of them.
public final class Main {
    private Main() {}

    /// What can be measured.
    enum Name {
        START("how long a call takes that has little to do"),
        FORECAST("ten thousand patients from file to file"),
        PEER("the same ten thousand by R's nlme, and the ratio"),
        ACCURACY("forecasts of virtual patients beside R's nlme and the last value"),
        EXPOSURE("concentrations of a hundred thousand subjects, R's deSolve, and the ratio"),
        GROWTH("how the engine's time grows with patients, scores and treatments"),
        MODEL("one patient in memory: the engine alone (JMH)");

        private final String summary;

        Name(String summary) {
            this.summary = summary;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean hasPage() {
            return this == ACCURACY || this == GROWTH;
        }

        void run(Optional<Path> page) throws IOException {
            switch (this) {
                case START -> StartBenchmark.run(Program.here());
                case FORECAST -> ForecastBenchmark.run(Program.here());
                case PEER -> PeerBenchmark.run(Program.here());
                case ACCURACY -> AccuracyBenchmark.run(page);
                case EXPOSURE -> ExposureBenchmark.run();
                case GROWTH -> GrowthBenchmark.run(page);
                case MODEL -> ModelBenchmark.run();
            }
        }
    }

    static void main(String[] arguments) {
        try {
            answer(arguments);
        } catch (IOException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void answer(String[] arguments) throws IOException {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "--help", "-h" -> System.out.print(usage());
            case "" -> runAll();
            default -> run(arguments[0], List.of(arguments).subList(1, arguments.length));
        }
    }

    private static void runAll() throws IOException {
        for (Name name : Name.values()) {
            name.run(Optional.empty());
        }
    }

    private static void run(String word, List<String> options) throws IOException {
        for (Name name : Name.values()) {
            if (name.word().equals(word)) {
                name.run(page(name, options));
                return;
            }
        }
        refuse("'" + word + "' is not a benchmark");
    }

    private static Optional<Path> page(Name name, List<String> options) {
        boolean asked = options.size() == 2 && options.getFirst().equals("--page");
        if (!options.isEmpty() && !(asked && name.hasPage())) {
            refuse("bench takes one name or none, accuracy and growth take --page FILE; got "
                    + String.join(" ", options));
        }
        return asked ? Optional.of(Path.of(options.getLast())) : Optional.empty();
    }

    private static void refuse(String sentence) {
        System.err.println(sentence + "\n" + usage());
        System.exit(2);
    }

    private static String usage() {
        StringBuilder usage = new StringBuilder("Usage: evenkeel bench [NAME]\n"
                + "       evenkeel bench accuracy|growth [--page FILE]\n\n");
        for (Name name : Name.values()) {
            usage.append("  %-9s %s%n".formatted(name.word(), name.summary));
        }
        return usage.append("\nExample: evenkeel bench forecast\n").toString();
    }
}
