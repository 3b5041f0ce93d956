package org.evenkeel.bench;

import org.evenkeel.evidence.Ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        POLICIES("maintenance policies on virtual patients, a year each"),
        EXPOSURE("concentrations of a hundred thousand subjects, R's deSolve, and the ratio"),
        CONDITIONS("rules of eligibility beside the reference CQL engine, and for many patients"),
        GROWTH("how the engine's time grows with patients, scores and treatments"),
        MODEL("one patient in memory: the engine alone (JMH)");

        private final String summary;

        Name(String summary) {
            this.summary = summary;
        }

        /// Whether its figures can be kept for the page of evidence.
        boolean isKept() {
            return this == FORECAST
                    || this == ACCURACY
                    || this == POLICIES
                    || this == EXPOSURE
                    || this == CONDITIONS;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        void run(AccuracyBenchmark.Options options, boolean record) throws IOException {
            Program program = Program.here();
            Optional<Ledger> ledger = record
                    ? Optional.of(new Ledger(program.root().resolve(Ledger.PLACE)))
                    : Optional.empty();
            switch (this) {
                case START -> StartBenchmark.run(program);
                case FORECAST -> Speed.FORECAST.timed(() -> ForecastBenchmark.run(program), ledger);
                case PEER -> PeerBenchmark.run(program);
                case ACCURACY -> AccuracyBenchmark.run(options, ledger);
                case POLICIES -> PolicyBenchmark.run(program, ledger);
                case EXPOSURE -> Speed.EXPOSURE.timed(ExposureBenchmark::run, ledger);
                case CONDITIONS -> Speed.CONDITIONS.timed(ConditionBenchmark::run, ledger);
                case GROWTH -> GrowthBenchmark.run(options.page());
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
            name.run(AccuracyBenchmark.Options.NONE, false);
        }
    }

    private static void run(String word, List<String> options) throws IOException {
        for (Name name : Name.values()) {
            if (name.word().equals(word)) {
                List<String> rest = new ArrayList<>(options);
                boolean record = rest.remove("--record");
                if (record && !name.isKept()) {
                    refuse("only forecast, accuracy, policies, exposure and conditions take"
                            + " --record; got " + word);
                }
                name.run(read(name, rest), record);
                return;
            }
        }
        refuse("'" + word + "' is not a benchmark");
    }

    private static AccuracyBenchmark.Options read(Name name, List<String> words) {
        AccuracyBenchmark.Options options = AccuracyBenchmark.Options.NONE;
        for (int i = 0; i < words.size(); i += 2) {
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean takes =
                    name == Name.ACCURACY || name == Name.GROWTH && words.get(i).equals("--page");
            options = switch (takes && !value.isEmpty() ? words.get(i) : "") {
                case "--page" -> options.with(Path.of(value));
                case "--knowing" -> options.with(patients(value));
                default -> {
                    refuse("bench takes one name or none, accuracy and growth take --page FILE,"
                            + " accuracy --knowing N; got " + String.join(" ", words));
                    yield options;
                }
            };
        }
        return options;
    }

    private static int patients(String word) {
        if (!word.matches("[1-9][0-9]{0,5}")) {
            refuse("--knowing takes a number of patients from 1 on, got " + word);
        }
        return Integer.parseInt(word);
    }

    private static void refuse(String sentence) {
        System.err.println(sentence + "\n" + usage());
        System.exit(2);
    }

    private static String usage() {
        StringBuilder usage = new StringBuilder("Usage: evenkeel bench [NAME] [--record]\n"
                + "       evenkeel bench accuracy [--page FILE] [--knowing N] [--record]\n"
                + "       evenkeel bench growth [--page FILE]\n\n");
        for (Name name : Name.values()) {
            usage.append("  %-10s %s%n".formatted(name.word(), name.summary));
        }
        return usage.append("\n  --record  keep the figures for the page of evidence\n")
                .append("\nExample: evenkeel bench forecast\n")
                .toString();
    }
}
