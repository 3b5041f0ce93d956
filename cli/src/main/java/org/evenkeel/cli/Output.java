package org.evenkeel.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A command's result: standard output, or a file that appears whole or not at all.
///
/// ```java
/// try (Output output = Output.open(out, console)) {
///     output.writer().write("...");
///     output.commit();
/// }
/// ```
///
/// The file is written beside its destination and moved over it by [#commit]; closed without
/// that, it is deleted and what stood there before still stands.
final class Output implements Closeable {
    private final OutputStream stream;
    private final Writer writer;
    private final Optional<Pending> pending;

    /// A file on its way: written at `part`, wanted at `destination`.
    private record Pending(Path part, Path destination) {}

    private Output(OutputStream stream, Optional<Pending> pending) {
        this.stream = stream;
        this.writer =
                new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        this.pending = pending;
    }

    /// Opens the file, or standard output where none is named.
    static Output open(Optional<Path> file, Console console) throws Refusal {
        if (file.isEmpty()) {
            return new Output(console.out(), Optional.empty());
        }
        Path named = file.get();
        try {
            if (Files.isDirectory(named)) {
                throw Refusal.usage("--out: " + named + " is a folder; name a file");
            }
            if (Files.exists(named) && !Files.isRegularFile(named)) {
                // A device or a pipe must be written to, never replaced by a file.
                return new Output(Files.newOutputStream(named), Optional.empty());
            }
            return pending(Files.exists(named) ? named.toRealPath() : named.toAbsolutePath());
        } catch (IOException failure) {
            throw cannotWrite(named, failure);
        }
    }

    private static Output pending(Path destination) throws IOException {
        Path part = destination.resolveSibling(
                "." + destination.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        OutputStream stream = Files.newOutputStream(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        // Covers an interrupt from the keyboard; after the move there is nothing left to delete.
        part.toFile().deleteOnExit();
        return new Output(stream, Optional.of(new Pending(part, destination)));
    }

    Writer writer() {
        return writer;
    }

    /// For a result that is made as bytes; used in place of [#writer].
    OutputStream stream() {
        return stream;
    }

    /// The result is complete: shows it.
    void commit() throws Refusal {
        try {
            writer.flush();
            if (pending.isPresent()) {
                writer.close();
                Pending file = pending.get();
                Files.move(file.part(), file.destination(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw pending.map(file -> cannotWrite(file.destination(), failure))
                    .orElseGet(() -> Refusal.failed("cannot write the result: " + reason(failure)));
        }
    }

    @Override
    public void close() throws IOException {
        if (pending.isPresent()) {
            writer.close();
            Files.deleteIfExists(pending.get().part());
        }
    }

    private static Refusal cannotWrite(Path file, IOException failure) {
        return Refusal.failed("cannot write " + file + ": " + reason(failure));
    }

    /// What went wrong with a file, in words for a user.
    static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "no permission";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
