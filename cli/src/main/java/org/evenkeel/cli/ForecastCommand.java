package org.evenkeel.cli;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.forecast.DayForecast;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.Question;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.DayKind;
import org.evenkeel.exchange.PatientCourse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `forecast`: where each patient's score is likely to go.
final class ForecastCommand implements Command {
    private static final List<String> COLUMNS = List.of(
            "patient",
            "day",
            "mean",
            "sd",
            "p10",
            "p25",
            "p50",
            "p75",
            "p90",
            "p_above",
            "p_relapse",
            "basis");
    private static final int MOST_DRAWS = 100_000;
    private static final int MOST_DAYS = 1_000;
    private static final int SCORE_DECIMALS = 4;
    private static final int CHANCE_DECIMALS = 6;

    @Override
    public Options options() {
        Options options = new Options(
                "forecast --scores FILE [--treatments FILE] --as-of DAY --at DAY[,DAY...]",
                "Forecasts each patient's score from what was known at the end of a day.",
                """
                evenkeel forecast --scores scores.csv --treatments treatments.csv \\
                  --as-of 2027-03-01 --at 2027-03-08,2027-03-15""");
        return Cohorts.declare(options)
                .option("--at", "DAY,DAY", "days to forecast, after the as-of day")
                .option("--threshold", "N", "score that counts as unwell (the instrument's own)")
                .option("--planned", "FILE", "treatments assumed to be given after the as-of day")
                .option("--draws", "N", "also N joint draws, in columns d1 to dN")
                .option("--seed", "S", "seed of the draws (1)")
                .option("--jobs", "N", "threads (one a core); changes nothing but the time")
                .option("--format", "csv|json", "how the table is written (csv)")
                .out();
    }

    /// What a call asks of every patient.
    private record Ask(
            int asOf,
            List<Integer> days,
            int threshold,
            Map<String, List<Integer>> planned,
            int draws,
            long seed,
            DayKind kind) {}

    @Override
    public void run(Arguments arguments, Console console) throws Refusal, IOException {
        Instrument instrument = Cohorts.instrument(arguments);
        int jobs = Patients.jobs(arguments);
        int own = instrument.definitions().unwellFrom().value();
        int threshold = arguments
                .integer("--threshold", instrument.minimum() + 1, instrument.maximum())
                .orElse(own);
        int draws = arguments.integer("--draws", 1, MOST_DRAWS).orElse(0);
        int seed = arguments
                .integer("--seed", Integer.MIN_VALUE, Integer.MAX_VALUE)
                .orElse(1);
        String format = arguments.choice("--format", List.of("csv", "json"));
        String at = arguments.required("--at", "the days to forecast");
        arguments.required("--as-of", "the last day that is looked at");
        arguments.refuseIfWrong();
        PatientPriors priors = new PatientPriors(Cohorts.prior(arguments, instrument));
        Cohort cohort = Cohorts.read(arguments, instrument, console);
        DayKind kind = cohort.days();
        int asOf = Cohorts.day(arguments, "--as-of", "the last day that is looked at", kind);
        Map<String, List<Integer>> planned = planned(arguments, instrument, kind, console, asOf);
        sayWhoIsPlannedInVain(cohort, planned, console);
        Ask ask = new Ask(asOf, days(at, asOf, kind), threshold, planned, draws, seed, kind);
        Cohorts.sayWhatIsLater(cohort, asOf, console);
        priors.sayWhoIsLeaned(cohort, console);
        try (Output output = Output.open(arguments.out(), console)) {
            Table table = new Table(output.writer(), columns(draws), format);
            Patients.answer(
                    cohort,
                    table,
                    jobs,
                    (patient, rows) -> answer(patient, instrument, priors.of(patient), ask, rows));
            output.commit();
        }
    }

    private static List<String> columns(int draws) {
        List<String> columns = new ArrayList<>(COLUMNS);
        for (int d = 1; d <= draws; d++) {
            columns.add("d" + d);
        }
        return columns;
    }

    private static List<Integer> days(String at, int asOf, DayKind kind) throws Refusal {
        List<Integer> days = new ArrayList<>();
        for (String each : at.split(",", -1)) {
            int day = Cohorts.day("--at", each, kind);
            if (day <= asOf) {
                throw Refusal.usage("--at: " + each.strip() + " is not after the as-of day "
                        + kind.print(asOf));
            }
            days.add(day);
        }
        if (days.size() > MOST_DAYS) {
            throw Refusal.usage(
                    "--at: " + days.size() + " days are more than the " + MOST_DAYS + " allowed");
        }
        return days;
    }

    private static Map<String, List<Integer>> planned(
            Arguments arguments, Instrument instrument, DayKind kind, Console console, int asOf)
            throws Refusal {
        Map<String, List<Integer>> planned = new HashMap<>();
        Optional<Path> file = arguments.path("--planned");
        if (file.isPresent()) {
            Cohort cohort = Cohorts.planned(file.get(), instrument, kind, console);
            for (PatientCourse each : cohort.patients()) {
                planned.put(
                        each.patient(),
                        each.course().administrations().stream()
                                .map(Administration::day)
                                .filter(day -> day > asOf)
                                .toList());
            }
        }
        return planned;
    }

    private static void sayWhoIsPlannedInVain(
            Cohort cohort, Map<String, List<Integer>> planned, Console console) {
        Set<String> unknown = new HashSet<>(planned.keySet());
        cohort.patients().forEach(each -> unknown.remove(each.patient()));
        if (!unknown.isEmpty()) {
            console.say("note: " + unknown.size()
                    + (unknown.size() == 1
                            ? " patient of --planned has"
                            : " patients of --planned have")
                    + " no scores or treatments and no forecast");
        }
    }

    private static void answer(
            PatientCourse patient, Instrument instrument, Prior prior, Ask ask, Table.Rows rows) {
        Posterior posterior = RelapseModel.posterior(patient.course(), instrument, prior, ask.asOf);
        switch (posterior) {
            case Posterior.Refused refused -> {
                for (int day : ask.days) {
                    refused(patient, day, refused.reason(), ask, rows);
                }
            }
            case Fitted fitted -> forecast(patient, fitted, ask, rows);
        }
    }

    private static void forecast(PatientCourse patient, Fitted fitted, Ask ask, Table.Rows rows) {
        List<Integer> reachable = ask.days.stream()
                .filter(day -> day <= fitted.lastSupportedDay())
                .distinct()
                .sorted()
                .toList();
        List<Integer> planned = ask.planned.getOrDefault(patient.patient(), List.of());
        Question question = new Question(reachable, planned, ask.threshold);
        List<DayForecast> forecasts = fitted.forecast(question);
        int[][] draws = ask.draws == 0
                ? new int[0][]
                : fitted.draws(question, ask.draws, seed(ask.seed, patient.patient()));
        for (int day : ask.days) {
            int at = reachable.indexOf(day);
            if (at < 0) {
                refused(patient, day, "beyond-horizon", ask, rows);
            } else {
                row(patient, forecasts.get(at), fitted.basis(), ask, rows);
                for (int[] draw : draws) {
                    rows.whole(draw[at]);
                }
                rows.endRow();
            }
        }
    }

    private static void row(
            PatientCourse patient,
            DayForecast day,
            Posterior.Basis basis,
            Ask ask,
            Table.Rows rows) {
        DayForecast.Quantiles q = day.quantiles();
        rows.text(patient.patient()).day(ask.kind.print(day.day()), isDate(ask.kind));
        for (double each :
                new double[] {day.mean(), day.sd(), q.p10(), q.p25(), q.p50(), q.p75(), q.p90()}) {
            rows.number(each, SCORE_DECIMALS);
        }
        rows.number(day.above(), CHANCE_DECIMALS);
        if (day.relapse().isPresent()) {
            rows.number(day.relapse().getAsDouble(), CHANCE_DECIMALS);
        } else {
            rows.empty();
        }
        rows.text(basis == Posterior.Basis.OWN ? "own" : "population");
    }

    private static void refused(
            PatientCourse patient, int day, String reason, Ask ask, Table.Rows rows) {
        rows.text(patient.patient()).day(ask.kind.print(day), isDate(ask.kind));
        for (int empty = 2; empty < COLUMNS.size() - 1; empty++) {
            rows.empty();
        }
        rows.text("refused:" + reason);
        for (int draw = 0; draw < ask.draws; draw++) {
            rows.empty();
        }
        rows.endRow();
    }

    static boolean isDate(DayKind kind) {
        return kind == DayKind.CALENDAR_DATE;
    }

    /// A patient's own stream: it hangs on the seed and the patient's key, on nobody else.
    private static long seed(long seed, String patient) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : patient.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each) * 0x100000001b3L;
        }
        return hash ^ seed * 0x9E3779B97F4A7C15L;
    }
}
