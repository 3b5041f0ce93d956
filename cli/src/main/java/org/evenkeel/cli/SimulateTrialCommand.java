package org.evenkeel.cli;

import org.evenkeel.core.booster.Content;
import org.evenkeel.core.insilico.World;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.trial.Comparison;
import org.evenkeel.core.trial.Measure;
import org.evenkeel.core.trial.Policies;
import org.evenkeel.core.trial.Policy;
import org.evenkeel.core.trial.Tally;
import org.evenkeel.core.trial.Trial;
import org.evenkeel.core.trial.Visits;
import org.evenkeel.knowledge.Catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `simulate trial`: virtual patients under competing maintenance policies.
final class SimulateTrialCommand implements Command {
    private static final int MOST_PATIENTS = 10_000_000;
    private static final int DECIMALS = 3;
    private static final String ALL = "all";
    private static final String HULL = "hull";

    @Override
    public Options options() {
        return new Options(
                        "simulate trial [--policy LIST] [--world LIST] [--patients N] [--seed S]",
                        "Lets virtual patients live a year of maintenance under each policy.",
                        """
                        evenkeel simulate trial --policy none,fixed-21,sustain-1,ours-cost,hull \\
                          --world two-pools --patients 500 --seed 1""")
                .option("--policy", "LIST", "names joined by commas, or all (all)")
                .option("--world", "LIST", "laws of the virtual patients, or all (all)")
                .option("--patients", "N", "patients in each world, each a year (1000)")
                .option("--seed", "S", "decides everything left to chance (1)")
                .option("--protocol", "ID", "protocol of ours (ketamine-iv.adaptive)")
                .option("--jobs", "N", "threads (one a core); changes nothing but the time")
                .option("--format", "csv|json", "how the table is written (csv)")
                .out();
    }

    @Override
    public void run(Arguments arguments, Console console) throws Refusal, IOException {
        int patients = arguments.integer("--patients", 2, MOST_PATIENTS).orElse(1_000);
        int seed = arguments.integer("--seed", 0, Integer.MAX_VALUE).orElse(1);
        int jobs = Patients.jobs(arguments);
        String format = arguments.choice("--format", List.of("csv", "json"));
        List<World> worlds = worlds(arguments);
        Content content = content(arguments);
        List<Policy> shown = policies(arguments, content);
        arguments.refuseIfWrong();
        List<Policy> lived = lived(arguments, shown);
        double price = content.settings().treatmentPriceDays().value();
        try (Output output = Output.open(arguments.out(), console)) {
            Table table = new Table(output.writer(), columns(), format);
            table.begin();
            for (World world : worlds) {
                Trial trial = new Trial(world, Visits.usual(), patients, seed, lived);
                List<List<Tally>> blocks = TrialBlocks.live(trial, jobs);
                Comparison comparison = Comparison.of(lived, blocks, price);
                Table.Rows rows = table.rows();
                comparison.rows().stream()
                        .filter(row -> shown.contains(row.policy()))
                        .forEach(row -> write(world, patients, row, rows));
                table.write(rows);
            }
            table.end();
            output.commit();
        }
    }

    private static Content content(Arguments arguments) throws Refusal {
        Catalogue shipped = Catalogue.shipped();
        var phq9 = shipped.instrument(new InstrumentId("phq-9")).orElseThrow();
        return new Content(
                ProposeCommand.protocol(
                        arguments.text("--protocol").orElse("ketamine-iv.adaptive")),
                phq9,
                shipped.prior(phq9),
                shipped.boosterSettings(),
                shipped.exposureLimits());
    }

    private static List<World> worlds(Arguments arguments) {
        String given = arguments.text("--world").orElse(ALL);
        if (given.equals(ALL)) {
            return List.of(World.values());
        }
        List<World> worlds = new ArrayList<>();
        for (String name : given.split(",")) {
            World.named(name)
                    .ifPresentOrElse(
                            worlds::add,
                            () -> arguments.wrong(
                                    "--world",
                                    name,
                                    "all or one of "
                                            + joined(Arrays.stream(World.values())
                                                    .map(World::id))));
        }
        return worlds;
    }

    /// The policies a table can show, in its order.
    private static Map<String, Policy> known(Content content) {
        List<Policy> policies = new ArrayList<>(List.of(new Policy.Never()));
        for (int days : new int[] {7, 14, 21, 28, 42}) {
            policies.add(new Policy.Fixed(days));
        }
        policies.addAll(Policies.rules());
        policies.addAll(Policies.ours(content));
        policies.add(
                new Policy.Clairvoyant(content.settings().treatmentPriceDays().value()));
        Map<String, Policy> known = new LinkedHashMap<>();
        policies.forEach(policy -> known.put(policy.id(), policy));
        return known;
    }

    private static List<Policy> policies(Arguments arguments, Content content) {
        Map<String, Policy> known = known(content);
        String given = arguments.text("--policy").orElse(ALL);
        if (given.equals(ALL)) {
            return List.copyOf(known.values());
        }
        List<Policy> policies = new ArrayList<>();
        for (String name : given.split(",")) {
            if (known.containsKey(name)) {
                policies.addAll(List.of(known.get(name)));
            } else if (!name.equals(HULL)) {
                arguments.wrong(
                        "--policy",
                        name,
                        "all or one of " + HULL + ", " + joined(known.keySet().stream()));
            }
        }
        return policies;
    }

    /// The policies shown and, where the hull is wanted, every fixed interval.
    private static List<Policy> lived(Arguments arguments, List<Policy> shown) {
        String given = arguments.text("--policy").orElse(ALL);
        boolean hull = given.equals(ALL) || List.of(given.split(",")).contains(HULL);
        List<Policy> lived = new ArrayList<>(shown);
        if (hull) {
            Policies.hull().stream().filter(policy -> !shown.contains(policy)).forEach(lived::add);
        }
        return lived;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("world", "policy", "patients"));
        for (Measure measure : Measure.values()) {
            columns.add(measure.id());
            columns.add(measure.id() + "_low");
            columns.add(measure.id() + "_high");
        }
        columns.add("reasons");
        return columns;
    }

    private static void write(World world, int patients, Comparison.Row row, Table.Rows rows) {
        rows.text(world.id()).text(row.policy().id()).whole(patients);
        for (Measure measure : Measure.values()) {
            Comparison.Estimate estimate = row.of(measure);
            for (double each : new double[] {estimate.value(), estimate.low(), estimate.high()}) {
                if (Double.isFinite(each)) {
                    rows.number(each, DECIMALS);
                } else {
                    rows.empty();
                }
            }
        }
        rows.text(row.tally().reasons().entrySet().stream()
                .map(each -> each.getKey().code() + "=" + each.getValue())
                .collect(Collectors.joining(";")));
        rows.endRow();
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
