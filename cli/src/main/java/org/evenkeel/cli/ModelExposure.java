package org.evenkeel.cli;

import org.evenkeel.core.insilico.VirtualPatient;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Concentrations by a published model, of the typical person or of people drawn by chance,
/// on their way out as rows or as quantiles.
///
/// @param columns what is simulated of one person
/// @param people how many are drawn; empty for the typical person alone
/// @param seed decides who they are: person n is the same however many there are
/// @param json whether rows are objects
record ModelExposure(PersonColumns columns, Optional<Integer> people, long seed, boolean json) {
    /// The most values that quantiles may be taken of.
    static final int MOST_KEPT = 20_000_000;

    private static final int PROGRESS_FROM = 1_000;
    private static final int CHUNK = 16;

    private int count() {
        return people.orElse(1);
    }

    private double[][] person(int number) {
        return people.isEmpty()
                ? columns.typical()
                : columns.drawn(VirtualPatient.stream(seed, number + 1L));
    }

    /// Everybody at every time.
    void rows(Crew crew, OutputStream out) throws IOException {
        new ByteLines().text(json ? "[" : "subject,time_h," + header("") + "\n").writeTo(out);
        Progress progress = new Progress(count() >= PROGRESS_FROM, "people");
        crew.inOrder(
                Math.ceilDiv(count(), CHUNK), chunk -> chunk(chunk * CHUNK), (chunk, lines) -> {
                    lines.writeTo(out);
                    progress.show(Math.min(count(), (chunk + 1) * CHUNK), count());
                });
        progress.end();
        end(columns.hours().isEmpty(), out);
    }

    private ByteLines chunk(int first) {
        ByteLines lines = new ByteLines();
        for (int n = first; n < Math.min(count(), first + CHUNK); n++) {
            double[][] values = person(n);
            String name = people.isEmpty() ? "typical" : Integer.toString(n + 1);
            for (int time = 0; time < columns.hours().size(); time++) {
                String hour = columns.hours().get(time).toPlainString();
                if (json) {
                    lines.text(n + time == 0 ? "\n" : ",\n")
                            .text("  {\"subject\": \"" + name + "\", \"time_h\": " + hour);
                } else {
                    lines.text(name + "," + hour);
                }
                for (int column = 0; column < values.length; column++) {
                    cell(columns.names().get(column), lines);
                    number(values[column], time, lines);
                }
                lines.text(json ? "}" : "\n");
            }
        }
        return lines;
    }

    /// Quantiles over everybody at each time.
    void bands(List<BigDecimal> percents, Crew crew, OutputStream out) throws IOException {
        double[][][] all = new double[columns.names().size()][columns.hours().size()][count()];
        Progress progress = new Progress(count() >= PROGRESS_FROM, "people");
        crew.inOrder(count(), this::person, (n, values) -> {
            for (int column = 0; column < all.length; column++) {
                for (int time = 0; time < columns.hours().size(); time++) {
                    boolean isThere = values[column].length > 0;
                    all[column][time][n] = isThere ? values[column][time] : Double.NaN;
                }
            }
            progress.show(n + 1, count());
        });
        progress.end();
        ByteLines lines = new ByteLines();
        List<String> names =
                percents.stream().map(percent -> "_p" + percent.toPlainString()).toList();
        lines.text(json ? "[" : "time_h," + header(names.toArray(String[]::new)) + "\n");
        for (int time = 0; time < columns.hours().size(); time++) {
            String hour = columns.hours().get(time).toPlainString();
            lines.text(json ? (time == 0 ? "\n" : ",\n") + "  {\"time_h\": " + hour : hour);
            for (int column = 0; column < all.length; column++) {
                Arrays.sort(all[column][time]);
                for (int each = 0; each < names.size(); each++) {
                    cell(columns.names().get(column) + names.get(each), lines);
                    double chance = percents.get(each).movePointLeft(2).doubleValue();
                    number(new double[] {quantile(all[column][time], chance)}, 0, lines);
                }
            }
            lines.text(json ? "}" : "\n");
        }
        lines.writeTo(out);
        end(columns.hours().isEmpty(), out);
    }

    /// Type 7 of the usual definitions, as for the quantiles of files of subjects.
    private static double quantile(double[] sorted, double chance) {
        double place = chance * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private String header(String... endings) {
        return String.join(
                ",",
                columns.names().stream()
                        .flatMap(name -> Arrays.stream(endings).map(ending -> name + ending))
                        .toList());
    }

    private void cell(String name, ByteLines lines) {
        lines.text(json ? ", \"" + name + "\": " : ",");
    }

    private void number(double[] column, int time, ByteLines lines) {
        if (column.length == 0 || Double.isNaN(column[time])) {
            lines.text(json ? "null" : "");
        } else {
            lines.number(column[time]);
        }
    }

    private void end(boolean isEmpty, OutputStream out) throws IOException {
        new ByteLines().text(json ? (isEmpty ? "]\n" : "\n]\n") : "").writeTo(out);
    }
}
