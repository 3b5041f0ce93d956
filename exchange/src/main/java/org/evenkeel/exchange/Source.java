package org.evenkeel.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A named file to read, wherever its bytes come from.
///
/// @param name how problems call it
/// @param opener gives the bytes; asked once
/// @param limit how many bytes may come; reading more is a problem
public record Source(String name, Opener opener, long limit) {
    /// Gives the bytes of a file.
    @FunctionalInterface
    public interface Opener {
        /// Opens the file at its beginning; the reader closes it.
        InputStream open() throws IOException;
    }

    /// What is done with the bytes.
    @FunctionalInterface
    interface Body {
        void read(InputStream bytes) throws IOException;
    }

    /// A file on disk of any size.
    public static Source of(Path path) {
        return new Source(path.toString(), () -> open(path), Long.MAX_VALUE);
    }

    /// Bytes that are already there, an upload for example, of a limited size.
    public static Source of(String name, InputStream bytes, long limit) {
        return new Source(name, () -> bytes, limit);
    }

    /// Opens and closes the file around a body; a file that cannot be read is a problem.
    void read(Findings findings, Body body) {
        try (InputStream bytes = new LimitedStream(opener.open(), limit)) {
            body.read(bytes);
        } catch (LimitedStream.TooLarge _) {
            findings.add(Problem.ofFile(name, "more", "a file of at most " + limit + " bytes"));
        } catch (NoSuchFileException _) {
            findings.add(Problem.ofFile(name, "no such file", "a file"));
        } catch (AccessDeniedException _) {
            findings.add(Problem.ofFile(name, "no right to read it", "a readable file"));
        } catch (FileSystemException e) {
            String what = e.getReason() == null ? "an error while reading" : e.getReason();
            findings.add(Problem.ofFile(name, what, "a file"));
        } catch (IOException _) {
            findings.add(Problem.ofFile(name, "an error while reading", "a readable file"));
        }
    }

    private static InputStream open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "a folder");
        }
        return new BufferedInputStream(Files.newInputStream(path));
    }
}
