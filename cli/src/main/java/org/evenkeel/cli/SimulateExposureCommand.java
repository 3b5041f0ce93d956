package org.evenkeel.cli;

import org.evenkeel.core.pharmacokinetics.Exposure;
import org.evenkeel.exchange.ExposureFiles;
import org.evenkeel.exchange.ExposureFiles.Answer;
import org.evenkeel.exchange.ModelExposureFiles;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `simulate exposure`: concentrations of drug and metabolite in plasma.
final class SimulateExposureCommand implements Command {
    private static final String DOSES = "--doses";
    private static final String TIMES = "--times";
    private static final String A_FILE_OF_DOSES = "a file of doses";
    private static final String A_FILE_OF_TIMES = "a file of times";
    private static final String SUMMARY = "--summary";
    private static final String QUANTILES = "quantiles such as p5,p50,p95, ascending, each from p0"
            + " to p100, at most " + BandTable.MOST;

    @Override
    public Options options() {
        Options options = new Options(
                        "simulate exposure --subjects FILE|--model ID --doses FILE --times FILE"
                                + " [options]",
                        """
                        Concentrations of a drug and its metabolite in plasma, ng/mL: for each
                        subject, or with --summary as quantiles over all of them.""",
                        """
                        evenkeel simulate exposure --subjects subjects.csv --doses doses.csv \\
                          --times times.csv --summary p5,p50,p95 --out bands.csv
                        evenkeel simulate exposure --model esketamine.perez-ruixo2021 \\
                          --subjects 500 --seed 1 --doses sprays.csv --times times.csv""")
                .option(
                        "--subjects",
                        "FILE|N",
                        "subject,weight_kg,cl,v1,q,v2,fm,clm,vm; with --model a count")
                .option(DOSES, "FILE", "hour,mgkg,dur_h; with --model also route, mg")
                .option(TIMES, "FILE", "time_h: when the concentrations are wanted")
                .option(SUMMARY, "p5,p50", "quantiles over the subjects, not each of them")
                .option("--jobs", "N", "threads (one a core); changes nothing but the time")
                .option("--format", "csv|json", "how the table is written (csv)")
                .out();
        return ModelCall.declare(options);
    }

    @Override
    public void run(Arguments arguments, Console console) throws Refusal, IOException {
        if (arguments.has(ModelCall.MODEL)) {
            runModel(arguments, console);
        } else {
            runSubjects(arguments, console);
        }
    }

    private static void runModel(Arguments arguments, Console console) throws Refusal, IOException {
        Path doses = file(arguments, DOSES, A_FILE_OF_DOSES);
        Path times = file(arguments, TIMES, A_FILE_OF_TIMES);
        var rows = new ModelCall.Rows(
                percents(arguments), isJson(arguments), Patients.jobs(arguments), arguments.out());
        ModelCall.of(arguments).run(new ModelExposureFiles(doses, times), rows, console);
    }

    private static boolean isJson(Arguments arguments) {
        return arguments.choice("--format", List.of("csv", "json")).equals("json");
    }

    private static void runSubjects(Arguments arguments, Console console)
            throws Refusal, IOException {
        ModelCall.refuseWithout(arguments);
        Path subjects = file(arguments, "--subjects", "a file of subjects");
        Path doses = file(arguments, DOSES, A_FILE_OF_DOSES);
        Path times = file(arguments, TIMES, A_FILE_OF_TIMES);
        boolean json = isJson(arguments);
        List<BigDecimal> percents = percents(arguments);
        int jobs = Patients.jobs(arguments);
        arguments.refuseIfWrong();
        Answer.Read read = read(new ExposureFiles(subjects, doses, times), console);
        if (!percents.isEmpty() && read.subjects().count() == 0) {
            throw Refusal.usage(SUMMARY + ": quantiles need at least one subject");
        }
        double[] hours =
                read.hours().stream().mapToDouble(BigDecimal::doubleValue).toArray();
        try (Output output = Output.open(arguments.out(), console);
                Crew crew = new Crew(jobs)) {
            if (percents.isEmpty()) {
                Exposure exposure = new Exposure(read.subjects(), read.doses(), hours);
                new ExposureTable(read.keys(), read.hours(), json)
                        .write(exposure, crew, output.stream());
            } else {
                new BandTable(percents, read.hours(), json)
                        .write(read.subjects(), read.doses(), crew, output.stream());
            }
            output.commit();
        }
    }

    private static Path file(Arguments arguments, String option, String meaning) {
        arguments.required(option, meaning);
        return arguments.path(option).orElse(Path.of(""));
    }

    private static Answer.Read read(ExposureFiles files, Console console) throws Refusal {
        return switch (files.read()) {
            case Answer.Refused(var why) -> throw Refusal.usage(String.join("\n", why.words()));
            case Answer.Read read -> {
                read.notes().forEach(note -> console.say("note: " + note.words()));
                yield read;
            }
        };
    }

    /// The quantiles of `p5,p50,p97.5`, in percent; empty where no summary is asked for.
    private static List<BigDecimal> percents(Arguments arguments) {
        return arguments.text(SUMMARY).map(given -> percents(given, arguments)).orElse(List.of());
    }

    private static List<BigDecimal> percents(String given, Arguments arguments) {
        List<BigDecimal> percents = new ArrayList<>();
        for (String word : given.split(",", -1)) {
            String number = word.strip().toLowerCase(Locale.ROOT);
            if (!number.matches("p\\d{1,3}(\\.\\d{1,6})?")) {
                arguments.wrong(SUMMARY, given, QUANTILES);
                return List.of();
            }
            percents.add(new BigDecimal(number.substring(1)));
        }
        boolean ascend = true;
        for (int i = 1; i < percents.size(); i++) {
            ascend &= percents.get(i).compareTo(percents.get(i - 1)) > 0;
        }
        if (!ascend
                || percents.size() > BandTable.MOST
                || percents.getLast().compareTo(BigDecimal.valueOf(100)) > 0) {
            arguments.wrong(SUMMARY, given, QUANTILES);
        }
        return percents;
    }
}
