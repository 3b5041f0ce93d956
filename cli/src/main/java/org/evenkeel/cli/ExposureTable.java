package org.evenkeel.cli;

import org.evenkeel.core.pharmacokinetics.Concentrations;
import org.evenkeel.core.pharmacokinetics.Exposure;
import org.evenkeel.exchange.SubjectKeys;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Concentrations of each subject at each time, on their way out: subjects in their order,
/// for each the times in theirs.
final class ExposureTable {
    private static final int PROGRESS_FROM = 10_000;

    private final SubjectKeys keys;
    private final boolean json;
    /// What stands before the concentration at each time, and before the metabolite.
    private final byte[][] beforeDrug;
    private final byte[] beforeMetabolite;
    private final byte[] end;

    ExposureTable(SubjectKeys keys, List<BigDecimal> hours, boolean json) {
        this.keys = keys;
        this.json = json;
        beforeDrug = hours.stream()
                .map(BigDecimal::toPlainString)
                .map(hour -> json ? ", \"time_h\": " + hour + ", \"drug\": " : "," + hour + ",")
                .map(ExposureTable::bytes)
                .toArray(byte[][]::new);
        beforeMetabolite = bytes(json ? ", \"metabolite\": " : ",");
        end = bytes(json ? "}" : "\n");
    }

    /// One thread's tools: they are handed on, for they are large.
    private record Desk(Exposure.Worker worker, ByteLines lines) {}

    void write(Exposure exposure, Crew crew, OutputStream out) throws IOException {
        Queue<Desk> free = new ConcurrentLinkedQueue<>();
        Progress progress = new Progress(exposure.subjects() >= PROGRESS_FROM, "subjects");
        out.write(bytes(json ? "[" : "subject,time_h,drug,metabolite\n"));
        crew.inOrder(
                exposure.blocks(),
                block -> {
                    Desk found = free.poll();
                    Desk desk =
                            found == null ? new Desk(exposure.worker(), new ByteLines()) : found;
                    write(desk.worker.block(block), desk.lines);
                    return desk;
                },
                (block, desk) -> {
                    desk.lines.writeTo(out);
                    free.add(desk);
                    progress.show(block + 1, exposure.blocks());
                });
        progress.end();
        if (json) {
            out.write(bytes(exposure.subjects() * exposure.times() == 0 ? "]\n" : "\n]\n"));
        }
    }

    private void write(Concentrations block, ByteLines lines) {
        for (int i = 0; i < block.count(); i++) {
            byte[] key = key(block.first() + i);
            for (int time = 0; time < beforeDrug.length; time++) {
                if (json) {
                    lines.text(block.first() + i + time == 0 ? "\n" : ",\n");
                }
                lines.bytes(key)
                        .bytes(beforeDrug[time])
                        .number(block.drug(i, time))
                        .bytes(beforeMetabolite)
                        .number(block.metabolite(i, time))
                        .bytes(end);
            }
        }
    }

    private byte[] key(int subject) {
        String key = keys.key(subject);
        return bytes(json ? "  {\"subject\": " + Table.quoted(key) : Table.csv(key));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
