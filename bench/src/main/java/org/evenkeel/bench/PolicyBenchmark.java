package org.evenkeel.bench;

import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Maintenance policies on virtual patients of every world, by the program's own
/// `simulate trial`.
final class PolicyBenchmark {
    /// Fewer only to try the benchmark out.
    private static final String PATIENTS = System.getProperty("evenkeel.patients", "100");
    private static final String SEED = "1";
    private static final List<String> MEASURES = List.of(
            "unwell_days",
            "treatments",
            "cost",
            "gap_closed",
            "fewer_treatments",
            "fewer_unwell_days",
            "calibration_error");

    /// A row of the table: cells by column.
    private record Row(Map<String, String> cells) {
        String cell(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        /// With its 95 % interval; empty where it has no meaning.
        String estimate(String measure) {
            String value = cell(measure);
            return value.isEmpty()
                    ? ""
                    : value + " (" + cell(measure + "_low") + " to " + cell(measure + "_high")
                            + ")";
        }

        double cost() {
            return Double.parseDouble(cell("cost"));
        }

        boolean isOurs() {
            return cell("policy").startsWith("ours-");
        }
    }

    private PolicyBenchmark() {}

    static void run(Program program, Optional<Ledger> ledger) throws IOException {
        Path out = Files.createTempFile("policies", ".csv");
        try {
            Program.Cost cost = program.run(List.of(
                    "simulate",
                    "trial",
                    "--patients",
                    PATIENTS,
                    "--seed",
                    SEED,
                    "--out",
                    out.toString()));
            System.out.println("policies   " + PATIENTS + " patients a world: " + cost);
            List<Row> rows = read(Files.readAllLines(out));
            rows.forEach(row -> System.out.printf(
                    "policies   %-16s %-22s cost %s%n",
                    row.cell("world"), row.cell("policy"), row.estimate("cost")));
            ledger.ifPresent(kept -> kept.write(claim(rows), InstantSource.system()));
        } finally {
            Files.delete(out);
        }
    }

    private static List<Row> read(List<String> lines) {
        String[] names = lines.getFirst().split(",", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> byName = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                byName.put(names[i], cells[i]);
            }
            rows.add(new Row(byName));
        }
        return rows;
    }

    private static Claim claim(List<Row> rows) {
        List<String> columns = new ArrayList<>(List.of("world, policy"));
        MEASURES.forEach(measure -> columns.add(measure.replace('_', ' ')));
        List<List<String>> table = new ArrayList<>();
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            cells.add(row.cell("world") + ", " + row.cell("policy"));
            MEASURES.forEach(measure -> cells.add(row.estimate(measure)));
            table.add(cells);
        }
        return Claim.of(
                        "EV-040",
                        Section.POLICIES,
                        "Days unwell plus four for each treatment, by policy, in every world; the"
                                + " proposal's own are named ours. 95 % intervals.",
                        "./evenkeel bench policies --record")
                .seeded(SEED + "; " + PATIENTS + " patients a world")
                .about(RelapseModel.VERSION)
                .with(new Claim.Table(columns, table))
                .worse(worse(rows));
    }

    /// Where a rule that knows no future costs less than one of ours.
    private static List<String> worse(List<Row> rows) {
        List<String> lines = new ArrayList<>();
        for (Row own : rows) {
            for (Row other : rows) {
                if (own.isOurs()
                        && !other.isOurs()
                        && !other.cell("policy").equals("clairvoyant")
                        && own.cell("world").equals(other.cell("world"))
                        && own.cost() > other.cost()) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "`%s`, %s: cost %.1f, and %.1f by %s.",
                            own.cell("world"),
                            own.cell("policy"),
                            own.cost(),
                            other.cost(),
                            other.cell("policy")));
                }
            }
        }
        return lines;
    }
}
