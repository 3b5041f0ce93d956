package org.evenkeel.cli;

import org.evenkeel.core.booster.Content;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.insilico.World;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.trial.Comparison;
import org.evenkeel.core.trial.Measure;
import org.evenkeel.core.trial.Tally;
import org.evenkeel.core.trial.Trial;
import org.evenkeel.core.trial.Visits;
import org.evenkeel.knowledge.Catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `simulate trial`: virtual patients under competing maintenance policies.
final class SimulateTrialCommand implements Command {
    private static final int MOST_PATIENTS = 10_000_000;
    private static final int DECIMALS = 3;

    @Override
    public Options options() {
        return new Options(
                        "simulate trial [--policy LIST] [--world LIST] [--patients N] [--seed S]",
                        "Lets virtual patients live a year of maintenance under each policy.",
                        """
                        evenkeel simulate trial --policy none,fixed-21,sustain-1,ours-cost,hull \\
                          --world two-pools --patients 500 --seed 1 --plot trial.svg""")
                .option("--policy", "LIST", "names joined by commas, or all (all)")
                .option("--world", "LIST", "of " + worldIds() + ", or all (all)")
                .option("--patients", "N", "patients in each world, a year each (200)")
                .option("--seed", "S", "decides everything left to chance (1)")
                .option("--protocol", "ID", "protocol of ours (ketamine-iv.adaptive)")
                .option("--plot", "FILE", "also a picture, as SVG")
                .option("--resume", "FILE", "keep finished blocks in FILE and go on from there")
                .option("--jobs", "N", "threads (one a core); changes nothing but the time")
                .option("--format", "csv|json", "how the table is written (csv)")
                .out();
    }

    /// A call, read.
    private record Asked(
            List<World> worlds, int patients, int seed, TrialPolicies policies, Content content) {
        Trial in(World world) {
            return new Trial(world, Visits.usual(), patients, seed, policies.lived());
        }

        /// What makes this trial this one; the worlds may differ from call to call.
        String name() {
            return "patients=" + patients + " seed=" + seed + " protocol="
                    + content.protocol().id() + " model=" + RelapseModel.VERSION + " numbers="
                    + new Tally().numbers().length + " policies="
                    + policies.names();
        }

        double price() {
            return content.settings().treatmentPriceDays().value();
        }
    }

    @Override
    public void run(Arguments arguments, Console console) throws Refusal, IOException {
        Content content = content(arguments);
        Asked asked = new Asked(
                worlds(arguments),
                arguments.integer("--patients", 2, MOST_PATIENTS).orElse(200),
                arguments.integer("--seed", 0, Integer.MAX_VALUE).orElse(1),
                TrialPolicies.of(arguments, content),
                content);
        int jobs = Patients.jobs(arguments);
        String format = arguments.choice("--format", List.of("csv", "json"));
        differ(arguments);
        arguments.refuseIfWrong();
        try (Output output = Output.open(arguments.out(), console);
                Output plot = Output.open(arguments.path("--plot"), console)) {
            Map<World, Comparison> found = lived(asked, arguments, jobs);
            Table table = new Table(output.writer(), columns(), format);
            table.begin();
            for (Map.Entry<World, Comparison> each : found.entrySet()) {
                table.write(rows(each.getKey(), each.getValue(), asked, table));
            }
            table.end();
            if (arguments.has("--plot")) {
                plot.writer().write(TrialPicture.of(found));
            }
            output.commit();
            if (arguments.has("--plot")) {
                plot.commit();
            }
        }
    }

    /// Of two results in one file only the second would be left.
    private static void differ(Arguments arguments) throws IOException {
        Map<Path, String> taken = new HashMap<>();
        for (String option : List.of(Arguments.OUT, "--plot", "--resume")) {
            Optional<Path> path = arguments.path(option);
            if (path.isPresent()) {
                Path file = Files.isRegularFile(path.get())
                        ? path.get().toRealPath()
                        : path.get().toAbsolutePath().normalize();
                String before = taken.putIfAbsent(file, option);
                if (before != null) {
                    arguments.wrong(option, path.get().toString(), "another file than " + before);
                }
            }
        }
    }

    private static Map<World, Comparison> lived(Asked asked, Arguments arguments, int jobs)
            throws Refusal, IOException {
        Map<World, Comparison> found = new LinkedHashMap<>();
        Progress progress = new Progress(true);
        try (TrialCheckpoint checkpoint =
                        new TrialCheckpoint(arguments.path("--resume"), asked.name());
                Crew crew = new Crew(jobs)) {
            for (World world : asked.worlds()) {
                Trial trial = asked.in(world);
                var blocks = blocks(trial, crew, checkpoint, progress);
                found.put(world, Comparison.of(trial.policies(), blocks, asked.price()));
            }
        } finally {
            progress.end();
        }
        return found;
    }

    /// For each block a tally for each policy; blocks the checkpoint knows are not lived again.
    private static List<List<Tally>> blocks(
            Trial trial, Crew crew, TrialCheckpoint checkpoint, Progress progress)
            throws IOException {
        World world = trial.world();
        List<List<Tally>> blocks = new ArrayList<>();
        crew.inOrder(
                trial.blocks(),
                block -> checkpoint.block(world, block).orElseGet(() -> trial.live(block)),
                (block, tallies) -> {
                    checkpoint.keep(world, block, tallies);
                    blocks.add(tallies);
                    long patients = (long) trial.patients() * blocks.size() / trial.blocks();
                    progress.show((int) patients, trial.patients());
                });
        return blocks;
    }

    private static Content content(Arguments arguments) throws Refusal {
        Catalogue shipped = Catalogue.shipped();
        var phq9 = shipped.instrument(new InstrumentId("phq-9")).orElseThrow();
        String protocol = arguments.text("--protocol").orElse("ketamine-iv.adaptive");
        return new Content(
                ProposeCommand.protocol(protocol),
                phq9,
                shipped.prior(phq9),
                shipped.boosterSettings(),
                shipped.exposureLimits());
    }

    private static List<World> worlds(Arguments arguments) {
        String given = arguments.text("--world").orElse("all");
        if (given.equals("all")) {
            return List.of(World.values());
        }
        List<World> worlds = new ArrayList<>();
        for (String name : given.split(",")) {
            Optional<World> world = World.named(name);
            world.ifPresent(worlds::add);
            if (world.isEmpty()) {
                arguments.wrong("--world", name, "all or one of " + worldIds());
            }
        }
        return worlds;
    }

    private static String worldIds() {
        return Arrays.stream(World.values()).map(World::id).collect(Collectors.joining(", "));
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

    private static Table.Rows rows(World world, Comparison found, Asked asked, Table table) {
        Table.Rows rows = table.rows();
        for (Comparison.Row row : found.rows()) {
            if (asked.policies().shown().contains(row.policy())) {
                rows.text(world.id()).text(row.policy().id()).whole(asked.patients());
                for (Measure measure : Measure.values()) {
                    write(row.of(measure), rows);
                }
                rows.text(reasons(row));
                rows.endRow();
            }
        }
        return rows;
    }

    private static void write(Comparison.Estimate estimate, Table.Rows rows) {
        for (double each : new double[] {estimate.value(), estimate.low(), estimate.high()}) {
            if (Double.isFinite(each)) {
                rows.number(each, DECIMALS);
            } else {
                rows.empty();
            }
        }
    }

    private static String reasons(Comparison.Row row) {
        return row.tally().reasons().entrySet().stream()
                .map(each -> each.getKey().code() + "=" + each.getValue())
                .collect(Collectors.joining(";"));
    }
}
