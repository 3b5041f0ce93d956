package org.evenkeel.clinic.keeping.internal;

import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.keeping.internal.Manifest.Opening;
import org.evenkeel.clinic.keeping.internal.Manifest.TableContent;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A backup as a file on disk, read from beginning to end.
///
/// @param path where it is
/// @param keys what may open it
public record BackupFile(Path path, SealedFile.Keys keys) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What a backup says about itself.
    ///
    /// @param opening what stands before the tables
    /// @param manifest what stands after them
    public record Contents(Opening opening, Manifest manifest) {}

    /// Takes each table as it comes.
    interface Taker {
        void take(String table, InputStream rows) throws IOException, SQLException;
    }

    /// Reads all of it and compares every table with the manifest. Nothing else is touched.
    ///
    /// @throws StartRefused where it is not whole, was altered, or another key sealed it
    public Contents verified() {
        List<TableContent> seen = new ArrayList<>();
        Contents contents;
        try {
            contents = read((table, rows) -> {
                MessageDigest digest = Sha256.fresh();
                CountedLines lines = new CountedLines(new DigestInputStream(rows, digest));
                lines.transferTo(OutputStream.nullOutputStream());
                seen.add(new TableContent(
                        table, lines.lines, HexFormat.of().formatHex(digest.digest())));
            });
        } catch (SQLException e) {
            throw new IllegalStateException("reading a file asks no database", e);
        }
        if (!seen.equals(contents.manifest().tables())) {
            throw altered(new IOException("the tables are not those of the manifest"));
        }
        return contents;
    }

    /// Gives each table to somebody.
    Contents read(Taker taker) throws SQLException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream plain = SealedFile.read(file, keys);
                ZipInputStream zip = new ZipInputStream(plain)) {
            Opening opening = json(zip, Backup.OPENING, Opening.class);
            ZipEntry entry = next(zip);
            while (entry.getName().startsWith(Backup.TABLES)) {
                taker.take(entry.getName().substring(Backup.TABLES.length()), new StaysOpen(zip));
                entry = next(zip);
            }
            Manifest manifest = json(zip, entry, Backup.MANIFEST, Manifest.class);
            zip.transferTo(OutputStream.nullOutputStream());
            // Only the end of the seal says that nothing is missing.
            plain.transferTo(OutputStream.nullOutputStream());
            return new Contents(opening, manifest);
        } catch (NoSuchFileException e) {
            throw new StartRefused("There is no file " + path + ".", e);
        } catch (IOException | JacksonException e) {
            throw altered(e);
        }
    }

    private StartRefused altered(Exception cause) {
        return new StartRefused(
                "The backup " + path + " is not whole or was altered: nothing of it was used.",
                cause);
    }

    private static <T> T json(ZipInputStream zip, String name, Class<T> type) throws IOException {
        return json(zip, next(zip), name, type);
    }

    private static <T> T json(ZipInputStream zip, ZipEntry entry, String name, Class<T> type)
            throws IOException {
        if (!entry.getName().equals(name)) {
            throw new IOException(name + " is missing");
        }
        return JSON.readValue(zip.readAllBytes(), type);
    }

    private static ZipEntry next(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
            throw new IOException("the end is missing");
        }
        return entry;
    }

    /// COPY writes a line for each row.
    private static final class CountedLines extends FilterInputStream {
        private long lines;

        CountedLines(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            lines += next == '\n' ? 1 : 0;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            for (int at = from; at < from + count; at++) {
                lines += into[at] == '\n' ? 1 : 0;
            }
            return count;
        }
    }

    private static final class StaysOpen extends FilterInputStream {
        StaysOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The file goes on with the next table.
        }
    }
}
