package org.evenkeel.cli;

import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Dose;
import org.evenkeel.core.protocol.Plan;
import org.evenkeel.core.protocol.Plan.Visit;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.RegimenWords;
import org.evenkeel.core.protocol.Unverified;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Sex;
import org.evenkeel.exchange.fhir.ProtocolFhir.Form;
import org.evenkeel.knowledge.Catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `plan`: a protocol laid out in dates, or the list of protocols.
final class PlanCommand implements Command {
    private static final String PROTOCOL = "--protocol";
    private static final String START = "--start";
    private static final String LIST = "--list";
    private static final String SEX = "--sex";
    private static final String FROM = "--from";
    private static final String FHIR = "fhir";
    private static final String BUNDLE = "fhir-bundle";
    private static final List<String> FORMATS = List.of("csv", "json", FHIR, BUNDLE);
    private static final List<String> COLUMNS = List.of(
            "day",
            "date",
            "phase",
            "visit",
            "drug",
            "route",
            "dose_mg",
            "minutes",
            "earliest",
            "latest");
    private static final List<String> LIST_COLUMNS = List.of(
            "id",
            "version",
            "drug",
            "route",
            "indication",
            "evidence",
            "source",
            "use",
            "label_status",
            "grade");
    private static final int YEAR = 365;
    private static final int MOST_DAYS = 10 * YEAR;
    private static final String EXAMPLE = """
            evenkeel plan --protocol ketamine-iv.messer2010 --start 2027-01-04 \\
              --height-cm 178 --sex male
            evenkeel plan --list
            evenkeel plan --protocol ketamine-iv.messer2010 --format fhir-bundle --out plan.json
            evenkeel plan --from plan.json --out my-protocol.yaml""";

    @Override
    public Options options() {
        return new Options(
                        "plan --protocol ID --start DATE [--days N] [options]",
                        "Prints the dated visits of a protocol, day 0 being the start.",
                        EXAMPLE)
                .option(PROTOCOL, "ID", "the protocol; --list shows which there are")
                .option(START, "DATE", "date of the first treatment")
                .option("--days", "N", "days after the start that are planned (365)")
                .option("--weight-kg", "W", "body weight, for doses by actual weight")
                .option("--height-cm", "H", "body height, for doses by ideal weight")
                .option(SEX, "male|female", "sex, for doses by ideal weight")
                .option("--age", "YEARS", "age, for doses by age")
                .flag(LIST, "the protocols instead of a plan")
                .option(
                        "--format",
                        "csv|json|fhir|fhir-bundle",
                        "fhir: a PlanDefinition, without dates (csv)")
                .option(
                        FROM,
                        "FILE",
                        "the content file of a PlanDefinition or Bundle, instead of a plan")
                .out();
    }

    @Override
    public void run(Arguments arguments, Console console) throws Refusal, IOException {
        String format = arguments.choice("--format", FORMATS);
        Optional<Path> out = arguments.out();
        Optional<Path> from = arguments.path(FROM);
        if (from.isPresent()) {
            refuseOthers(arguments);
            PlanFhir.convert(from.get(), out, console);
        } else if (arguments.has(LIST)) {
            list(arguments, format, out, console);
        } else if (isFhir(format)) {
            Form form = format.equals(FHIR) ? Form.PLAN_DEFINITION : Form.BUNDLE;
            PlanFhir.write(protocol(arguments), form, out, console);
        } else {
            plan(arguments, format, out, console);
        }
    }

    private static boolean isFhir(String format) {
        return format.equals(FHIR) || format.equals(BUNDLE);
    }

    private static void refuseOthers(Arguments arguments) throws Refusal {
        for (String other : List.of(PROTOCOL, START, LIST, "--format")) {
            if (arguments.has(other)) {
                arguments.problem(FROM + " reads a file and takes no " + other);
            }
        }
        arguments.refuseIfWrong();
    }

    private static void list(
            Arguments arguments, String format, Optional<Path> out, Console console)
            throws Refusal, IOException {
        if (isFhir(format)) {
            arguments.problem(
                    "--format " + format + " prints one protocol; the list is csv or json");
        }
        arguments.refuseIfWrong();
        try (Output output = Output.open(out, console)) {
            Table table = new Table(output.writer(), LIST_COLUMNS, format);
            Table.Rows rows = table.rows();
            for (Protocol protocol : Catalogue.shipped().protocols()) {
                rows.text(protocol.id().value())
                        .text(protocol.version())
                        .text(word(protocol.agent()))
                        .text(protocol.route().name())
                        .text(protocol.indication())
                        .text(protocol.evidence())
                        .text(protocol.sources().getFirst())
                        .text(protocol.mayEnrol() ? "enrol" : "reference")
                        .text(protocol.labelStatus())
                        .text(kebab(protocol.standing().grade()))
                        .endRow();
            }
            table.begin();
            table.write(rows);
            table.end();
            output.commit();
        }
    }

    private static void plan(
            Arguments arguments, String format, Optional<Path> out, Console console)
            throws Refusal, IOException {
        arguments.required(START, "the date of the first treatment");
        Optional<LocalDate> start = arguments.date(START);
        int days = arguments.integer("--days", 0, MOST_DAYS).orElse(YEAR);
        Body body = body(arguments);
        Protocol protocol = protocol(arguments);
        Plan plan = Plan.of(protocol, body, days);
        protocol.whyNotEnrol().ifPresent(why -> console.say("note: " + why));
        protocol.caveats().forEach(caveat -> console.say("note: " + caveat));
        RegimenWords.of(protocol).forEach(words -> console.say("note: " + words));
        sayUnverified(protocol, console);
        plan.notes().forEach(note -> console.say("note: " + note));
        try (Output output = Output.open(out, console)) {
            Table table = new Table(output.writer(), COLUMNS, format);
            Table.Rows rows = table.rows();
            for (Visit visit : plan.visits()) {
                row(protocol, visit, start.orElseThrow(), rows);
            }
            table.begin();
            table.write(rows);
            table.end();
            output.commit();
        }
    }

    /// What was not seen in a source, so that nobody takes it for a finding.
    private static void sayUnverified(Protocol protocol, Console console) {
        List<String> known = Unverified.figures(protocol, EvidenceTag.K);
        List<String> ours = Unverified.figures(protocol, EvidenceTag.P);
        if (!known.isEmpty()) {
            console.say("note: unverified, from general knowledge: " + String.join(", ", known));
        }
        if (!ours.isEmpty()) {
            console.say("note: unverified, our defaults: " + String.join(", ", ours));
        }
        long rules = Unverified.rules(protocol.supervision(), EvidenceTag.K)
                + Unverified.rules(protocol.supervision(), EvidenceTag.P);
        if (rules > 0) {
            console.say("note: unverified: " + rules + " of the rules of supervision ("
                    + protocol.supervision().id() + ")");
        }
    }

    private static void row(Protocol protocol, Visit visit, LocalDate start, Table.Rows rows) {
        rows.whole(visit.day())
                .day(start.plusDays(visit.day()).toString(), true)
                .text(word(visit.phase()))
                .whole(visit.number())
                .text(word(protocol.agent()))
                .text(protocol.route().name());
        switch (visit.dose()) {
            case Dose.Amount amount -> rows.decimal(amount.amount().value());
            case Dose.Unknown _ -> rows.empty();
        }
        protocol.minutes()
                .map(Cited::value)
                .map(rows::whole)
                .orElseGet(rows::empty)
                .day(start.plusDays(visit.earliest()).toString(), true)
                .day(start.plusDays(visit.latest()).toString(), true)
                .endRow();
    }

    /// Limits that only keep slips of the keyboard out; the protocol has its own.
    private static Body body(Arguments arguments) {
        return new Body(
                arguments.positive("--weight-kg", 700).map(Kg::new),
                arguments.positive("--height-cm", 300).map(Cm::new),
                arguments.has(SEX) ? sex(arguments) : Optional.empty(),
                arguments.integer("--age", 0, 130));
    }

    private static Optional<Sex> sex(Arguments arguments) {
        return switch (arguments.choice(SEX, List.of("male", "female"))) {
            case "male" -> Optional.of(Sex.MALE);
            default -> Optional.of(Sex.FEMALE);
        };
    }

    /// The protocol asked for; here at the latest everything wrong with the call is told.
    private static Protocol protocol(Arguments arguments) throws Refusal {
        String given = arguments.required(PROTOCOL, "plan --list shows which there are");
        Optional<Protocol> protocol = given.isBlank()
                ? Optional.empty()
                : Catalogue.shipped().protocol(new ProtocolId(given));
        if (protocol.isEmpty() && arguments.has(PROTOCOL)) {
            List<String> ids = Catalogue.shipped().protocolIds().stream()
                    .map(ProtocolId::value)
                    .toList();
            arguments.wrong(PROTOCOL, given, "one of " + String.join(", ", ids));
        }
        arguments.refuseIfWrong();
        return protocol.orElseThrow();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String kebab(Enum<?> constant) {
        return word(constant).replace('_', '-');
    }
}
