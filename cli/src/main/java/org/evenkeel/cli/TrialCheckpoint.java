package org.evenkeel.cli;

import org.evenkeel.core.insilico.World;
import org.evenkeel.core.trial.Tally;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The finished blocks of a trial, kept in a file as they come, so that an interrupted trial
/// goes on where it stopped.
///
/// One line a block: `world block tally;tally;… end`, a tally being `slot:number,…` of its
/// numbers that are not 0. A line without its `end` was being written when the program
/// stopped, and is lived again. Without a file nothing is kept and nothing found.
final class TrialCheckpoint implements Closeable {
    private static final String END = " end";

    private final Map<String, List<Tally>> finished = new HashMap<>();
    private final Optional<Writer> writer;

    /// Opens a file to go on from, or to begin.
    ///
    /// @param file where blocks are kept; empty for nowhere
    /// @param trial what makes this trial this one; a file of another trial is refused
    TrialCheckpoint(Optional<Path> file, String trial) throws Refusal, IOException {
        this.writer = file.isEmpty() ? Optional.empty() : Optional.of(opened(file.get(), trial));
    }

    private Writer opened(Path file, String trial) throws Refusal, IOException {
        String header = "evenkeel trial " + trial;
        List<String> kept = new ArrayList<>(List.of(header));
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals(header)) {
                throw Refusal.usage("--resume: " + file + " is not of this trial; it must begin "
                        + "with '" + header + "'");
            }
            lines.stream().skip(1).filter(line -> line.endsWith(END)).forEach(kept::add);
            for (String line : kept.subList(1, kept.size())) {
                read(file, line);
            }
        }
        rewrite(file, kept);
        return Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    }

    /// Leaves whole lines only, never half a file, also where the power goes: days of work lie in
    /// it.
    private static void rewrite(Path file, List<String> lines) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, lines);
        force(part, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.toAbsolutePath().resolveSibling("."), StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private void read(Path file, String line) throws Refusal {
        try {
            String[] words = line.split(" ");
            finished.put(
                    words[0] + " " + Integer.parseInt(words[1]),
                    Arrays.stream(words[2].split(";"))
                            .map(TrialCheckpoint::tally)
                            .toList());
        } catch (RuntimeException _) {
            throw Refusal.usage("--resume: " + file + " holds a block that cannot be read: '"
                    + line.substring(0, Math.min(40, line.length())) + "'");
        }
    }

    private static Tally tally(String text) {
        long[] numbers = new Tally().numbers();
        for (String slot : text.split(",")) {
            int colon = slot.indexOf(':');
            numbers[Integer.parseInt(slot.substring(0, colon))] =
                    Long.parseLong(slot.substring(colon + 1));
        }
        return Tally.of(numbers);
    }

    /// A block lived before.
    Optional<List<Tally>> block(World world, int block) {
        return Optional.ofNullable(finished.get(world.id() + " " + block));
    }

    /// Keeps a block, unless it was lived before.
    void keep(World world, int block, List<Tally> tallies) throws IOException {
        if (writer.isPresent() && block(world, block).isEmpty()) {
            String text =
                    tallies.stream().map(TrialCheckpoint::text).collect(Collectors.joining(";"));
            writer.get().write(world.id() + " " + block + " " + text + END + "\n");
            writer.get().flush();
        }
    }

    private static String text(Tally tally) {
        long[] numbers = tally.numbers();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                text.append(text.isEmpty() ? "" : ",").append(i).append(':').append(numbers[i]);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        }
    }
}
