package org.evenkeel.cli;

import org.evenkeel.core.booster.BoosterPlanner;
import org.evenkeel.core.booster.BoosterProposal;
import org.evenkeel.core.booster.BoosterSettings;
import org.evenkeel.core.booster.Content;
import org.evenkeel.core.booster.Explanation;
import org.evenkeel.core.booster.ExplanationWording;
import org.evenkeel.core.booster.Objective;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.DayKind;
import org.evenkeel.exchange.PatientCourse;
import org.evenkeel.knowledge.Catalogue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `propose`: for each patient a dated next treatment, a reason to withhold it, or a question.
final class ProposeCommand implements Command {
    private static final List<String> COLUMNS =
            List.of("patient", "decision", "earliest", "day", "latest", "p_unwell", "reasons");
    private static final int CHANCE_DECIMALS = 6;

    @Override
    public Options options() {
        Options options = new Options(
                "propose --scores FILE --treatments FILE --as-of DAY --protocol ID [--risk R]",
                "Proposes each patient's next treatment, or says why there is no date.",
                """
                evenkeel propose --scores scores.csv --treatments treatments.csv \\
                  --as-of 2027-03-01 --protocol ketamine-iv.adaptive --risk 0.2 --explain""");
        return Cohorts.declare(options)
                .option("--protocol", "ID", "the protocol the patients are on (plan --list)")
                .option("--risk", "R", "longest interval with a chance of being unwell up to R")
                .option("--price", "DAYS", "without --risk: days unwell one treatment is worth (4)")
                .flag(
                        "--explain",
                        "also the reasons in words, what moved them and what would change them")
                .option("--jobs", "N", "threads (one a core); changes nothing but the time")
                .option("--format", "csv|json", "how the table is written (csv)")
                .out();
    }

    @Override
    public void run(Arguments arguments, Console console) throws Refusal, IOException {
        Instrument instrument = Cohorts.instrument(arguments);
        int jobs = Patients.jobs(arguments);
        String format = arguments.choice("--format", List.of("csv", "json"));
        String protocolId = arguments.required("--protocol", "the protocol the patients are on");
        arguments.required("--as-of", "the last day that is looked at");
        Objective objective = objective(arguments);
        arguments.refuseIfWrong();
        Protocol protocol = protocol(protocolId);
        PatientPriors priors = new PatientPriors(Cohorts.prior(arguments, instrument));
        Cohort cohort = Cohorts.read(arguments, instrument, console);
        DayKind kind = cohort.days();
        int asOf = Cohorts.day(arguments, "--as-of", "the last day that is looked at", kind);
        Cohorts.sayWhatIsLater(cohort, asOf, console);
        priors.sayWhoIsLeaned(cohort, console);
        boolean explain = arguments.has("--explain");
        try (Output output = Output.open(arguments.out(), console)) {
            Table table = new Table(output.writer(), columns(explain), format);
            Patients.answer(cohort, table, jobs, (patient, rows) -> {
                Content content = content(protocol, instrument, priors.of(patient));
                BoosterProposal proposal =
                        BoosterPlanner.propose(content, patient.course(), objective, asOf);
                row(patient, proposal, kind, rows);
                if (explain) {
                    var why = Explanation.of(content, patient.course(), objective, asOf);
                    Stream<String> leaned = priors.words(patient).stream();
                    rows.text(explanation(proposal, why, leaned, instrument));
                }
                rows.endRow();
            });
            output.commit();
        }
    }

    private static Content content(Protocol protocol, Instrument instrument, Prior prior) {
        return new Content(
                protocol,
                instrument,
                prior,
                Catalogue.shipped().boosterSettings(),
                Catalogue.shipped().exposureLimits());
    }

    private static List<String> columns(boolean explain) {
        return explain
                ? List.of(
                        "patient",
                        "decision",
                        "earliest",
                        "day",
                        "latest",
                        "p_unwell",
                        "reasons",
                        "explanation")
                : COLUMNS;
    }

    private static Objective objective(Arguments arguments) {
        BoosterSettings settings = Catalogue.shipped().boosterSettings();
        if (!arguments.has("--risk")) {
            double price = arguments
                    .positive("--price", 1_000)
                    .map(BigDecimal::doubleValue)
                    .orElse(settings.treatmentPriceDays().value());
            return new Objective.LeastCost(price);
        }
        if (arguments.has("--price")) {
            arguments.problem("--price belongs to the plan of least cost; leave out --risk");
        }
        double limit = arguments
                .positive("--risk", 1)
                .map(BigDecimal::doubleValue)
                .orElse(settings.riskLimit().value());
        if (limit >= 1) {
            arguments.problem("--risk: '" + limit + "' is not a number above 0 and below 1");
            return new Objective.WithinRisk(settings.riskLimit().value());
        }
        return new Objective.WithinRisk(limit);
    }

    static Protocol protocol(String given) throws Refusal {
        String ids = Catalogue.shipped().protocols().stream()
                .filter(Protocol::mayEnrol)
                .map(each -> each.id().value())
                .collect(Collectors.joining(", "));
        if (given.isBlank()) {
            throw Refusal.usage("--protocol: its value is blank; there are " + ids);
        }
        Protocol protocol = Catalogue.shipped()
                .protocol(new ProtocolId(given))
                .orElseThrow(() -> Refusal.usage(
                        "--protocol: '" + given + "' is not known; there are " + ids));
        Optional<String> refusal = protocol.whyNotEnrol();
        if (refusal.isPresent()) {
            throw Refusal.usage("--protocol: no treatment is proposed by it; " + refusal.get());
        }
        return protocol;
    }

    private static void row(
            PatientCourse patient, BoosterProposal proposal, DayKind kind, Table.Rows rows) {
        rows.text(patient.patient());
        switch (proposal) {
            case BoosterProposal.Book book -> {
                rows.text("book");
                for (int day : new int[] {book.earliest(), book.day(), book.latest()}) {
                    rows.day(kind.print(day), ForecastCommand.isDate(kind));
                }
                rows.number(book.unwell(), CHANCE_DECIMALS);
            }
            case BoosterProposal.Withhold withhold -> undated("withhold", rows);
            case BoosterProposal.AskClinician ask -> undated("ask", rows);
        }
        rows.text(joined(proposal.reasons().stream().map(each -> each.code().code()), ";"));
    }

    private static String explanation(
            BoosterProposal proposal,
            Optional<Explanation> explanation,
            Stream<String> leaned,
            Instrument instrument) {
        Stream<String> more = explanation.stream()
                .map(each -> new ExplanationWording(each, shortName(instrument)))
                .flatMap(each -> each.sentences().stream());
        Stream<String> reasons = proposal.reasons().stream().map(Reason::words);
        return joined(Stream.concat(reasons, Stream.concat(more, leaned)), " ");
    }

    private static String shortName(Instrument instrument) {
        return instrument.id().value().toUpperCase(Locale.ROOT);
    }

    private static void undated(String decision, Table.Rows rows) {
        rows.text(decision).empty().empty().empty().empty();
    }

    private static String joined(Stream<String> parts, String by) {
        return parts.collect(Collectors.joining(by));
    }
}
