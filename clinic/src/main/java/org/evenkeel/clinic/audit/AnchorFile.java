package org.evenkeel.clinic.audit;

import org.evenkeel.clinic.digest.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// The file that keeps heads of the audit outside the database.
///
/// One line for each anchor: when, clinic, number, hash, occasion, and the SHA-256 of the line
/// before, so that a line that was changed or taken out shows. Lines are only ever appended, and
/// are on disk when [#append(List)] returns. A last line without its end was never finished: it
/// does not count.
public final class AnchorFile {
    /// The name of the file in its folder.
    public static final String NAME = "audit-anchors.txt";

    private static final String HEADER = "evenkeel audit anchors, format 1";
    private static final int PARTS = 6;
    private static final int LONGEST_LINE = 512;
    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    /// A file lock is the process's; within it, this one makes writers take turns.
    private static final ReentrantLock TURN = new ReentrantLock();

    private final Path folder;

    /// The file in a folder.
    public AnchorFile(Path folder) {
        this.folder = folder;
    }

    /// What stands in the file.
    ///
    /// @param anchors in the order they were kept
    /// @param damage what is wrong with the file; the anchors are those before it
    public record Kept(List<Anchor> anchors, Optional<String> damage) {}

    /// Where it is.
    public Path path() {
        return folder.resolve(NAME);
    }

    /// Appends anchors, all of them on disk before this returns.
    public void append(List<Anchor> anchors) throws IOException {
        TURN.lock();
        boolean isNew = !Files.exists(path());
        try (FileChannel file = FileChannel.open(
                        path(),
                        OPTIONS,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                FileLock _ = file.lock()) {
            StringBuilder text = new StringBuilder();
            String last = lastLine(file);
            if (last.isEmpty()) {
                last = HEADER;
                text.append(HEADER).append('\n');
            }
            for (Anchor anchor : anchors) {
                last = line(anchor) + " " + Sha256.hex(last);
                text.append(last).append('\n');
            }
            write(file, text.toString());
        } finally {
            TURN.unlock();
        }
        if (isNew) {
            forceFolder();
        }
    }

    private static void write(FileChannel file, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }

    /// The last finished line; leaves the file's end behind it, where the next line goes.
    private static String lastLine(FileChannel file) throws IOException {
        long from = Math.max(0, file.size() - 2 * LONGEST_LINE);
        ByteBuffer bytes = ByteBuffer.allocate((int) (file.size() - from));
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {}
        String tail = new String(bytes.array(), StandardCharsets.US_ASCII);
        int end = tail.lastIndexOf('\n');
        file.truncate(from + end + 1);
        file.position(from + end + 1);
        return end < 0 ? "" : tail.substring(tail.lastIndexOf('\n', end - 1) + 1, end);
    }

    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Reads the file; where there is none, nothing was kept.
    public Kept read() throws IOException {
        if (!Files.exists(path())) {
            return new Kept(List.of(), Optional.empty());
        }
        String text = Files.readString(path(), StandardCharsets.ISO_8859_1);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            return new Kept(List.of(), Optional.of("line 1 is not '" + HEADER + "'"));
        }
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Optional<Anchor> anchor = anchor(lines.get(i), lines.get(i - 1));
            if (anchor.isEmpty()) {
                return new Kept(
                        anchors,
                        Optional.of("line " + (i + 1) + " does not follow from the one before"));
            }
            anchors.add(anchor.get());
        }
        return new Kept(anchors, Optional.empty());
    }

    private static String line(Anchor anchor) {
        return String.join(
                " ",
                anchor.at().toString(),
                anchor.clinicId().toString(),
                Long.toString(anchor.head().number()),
                anchor.head().hash(),
                anchor.occasion().name().toLowerCase(Locale.ROOT));
    }

    private static Optional<Anchor> anchor(String line, String before) {
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS || !parts[PARTS - 1].equals(Sha256.hex(before))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Anchor(
                    Instant.parse(parts[0]),
                    UUID.fromString(parts[1]),
                    new Head(Long.parseLong(parts[2]), parts[3]),
                    Anchor.Occasion.valueOf(parts[4].toUpperCase(Locale.ROOT))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
