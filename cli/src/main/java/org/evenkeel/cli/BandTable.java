package org.evenkeel.cli;

import org.evenkeel.core.pharmacokinetics.Analyte;
import org.evenkeel.core.pharmacokinetics.Bands;
import org.evenkeel.core.pharmacokinetics.Dose;
import org.evenkeel.core.pharmacokinetics.Exposure;
import org.evenkeel.core.pharmacokinetics.Subjects;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Quantiles over all subjects at each time, on their way out.
final class BandTable {
    /// The most quantiles of one call.
    static final int MOST = 50;

    private static final int PROGRESS_FROM = 50_000;

    private final double[] chances;
    private final List<BigDecimal> hours;
    private final List<String> columns;
    private final boolean json;

    /// @param percents which quantiles, ascending
    BandTable(List<BigDecimal> percents, List<BigDecimal> hours, boolean json) {
        chances = percents.stream()
                .mapToDouble(percent -> percent.movePointLeft(2).doubleValue())
                .toArray();
        this.hours = hours;
        this.json = json;
        columns = new ArrayList<>();
        for (Analyte analyte : Analyte.values()) {
            String name = analyte.name().toLowerCase(Locale.ROOT);
            percents.forEach(percent -> columns.add(name + "_p" + percent.toPlainString()));
        }
    }

    /// Works the times out in slabs that fit the memory.
    void write(Subjects subjects, List<Dose> doses, Crew crew, OutputStream out)
            throws IOException {
        ByteLines lines = new ByteLines();
        lines.text(json ? "[" : "time_h," + String.join(",", columns) + "\n");
        int atOnce = Bands.timesAtOnce(subjects.count(), chances.length);
        Progress progress = new Progress(subjects.count() >= PROGRESS_FROM, "times");
        for (int from = 0; from < hours.size(); from += atOnce) {
            int to = Math.min(hours.size(), from + atOnce);
            double[] slab = hours.subList(from, to).stream()
                    .mapToDouble(BigDecimal::doubleValue)
                    .toArray();
            Bands bands = new Bands(subjects, doses, slab, chances);
            pass(bands, crew);
            int first = from;
            crew.inOrder(
                    slab.length,
                    time -> new double[][] {
                        bands.at(time, Analyte.DRUG), bands.at(time, Analyte.METABOLITE)
                    },
                    (time, quantiles) -> row(first + time, quantiles, lines));
            progress.show(to, hours.size());
        }
        progress.end();
        lines.text(json ? (hours.isEmpty() ? "]\n" : "\n]\n") : "").writeTo(out);
    }

    /// Each thread takes block after block until there are none.
    private static void pass(Bands bands, Crew crew) throws IOException {
        Exposure exposure = bands.exposure();
        AtomicInteger next = new AtomicInteger();
        crew.inOrder(
                crew.size(),
                _ -> {
                    Exposure.Worker worker = exposure.worker();
                    var tally = bands.tally();
                    int block = next.getAndIncrement();
                    while (block < exposure.blocks()) {
                        tally.add(worker.block(block));
                        block = next.getAndIncrement();
                    }
                    return tally;
                },
                (_, tally) -> bands.add(tally));
    }

    private void row(int time, double[][] quantiles, ByteLines lines) {
        String hour = hours.get(time).toPlainString();
        lines.text(json ? (time == 0 ? "\n" : ",\n") + "  {\"time_h\": " + hour : hour);
        int column = 0;
        for (double[] ofAnalyte : quantiles) {
            for (double quantile : ofAnalyte) {
                lines.text(json ? ", \"" + columns.get(column) + "\": " : ",");
                lines.number(quantile);
                column++;
            }
        }
        lines.text(json ? "}" : "\n");
    }
}
