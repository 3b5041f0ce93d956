package org.evenkeel.clinic.database.internal;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.SafeFile;
import org.evenkeel.clinic.database.StartRefused;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;

/// The PostgreSQL programs, unpacked once per user and version from the archive on the class path.
///
/// @param bin folder of `initdb` and `pg_ctl`
record PostgresPrograms(Path bin) {
    private static final long MAX_UNPACKED_BYTES = 300_000_000;

    /// Unpacks where needed; `fallback` is used when the user's cache folder cannot be written to.
    static PostgresPrograms unpacked(Path fallback) {
        String archive = archiveName();
        URL found = PostgresPrograms.class.getResource("/" + archive);
        if (found == null) {
            throw new StartRefused("No PostgreSQL for this machine is built in (" + archive
                    + "): build with -Dpostgres.platform set to it.");
        }
        try {
            URLConnection connection = found.openConnection();
            // The archive does not say its version; its length tells versions apart.
            Path home =
                    cacheFolder(fallback).resolve("postgres-" + connection.getContentLengthLong());
            if (!Files.exists(home)) {
                unpack(connection, home);
            }
            return new PostgresPrograms(home.resolve("bin"));
        } catch (IOException e) {
            throw new StartRefused("Cannot unpack PostgreSQL: " + e.getMessage(), e);
        }
    }

    String program(String name) {
        return bin.resolve(name).toString();
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + family + "-" + machine + ".txz";
    }

    private static Path cacheFolder(Path fallback) {
        String configured = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path cache = configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        Path folder = cache.resolve("evenkeel");
        try {
            return Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException notWritable) {
            return fallback;
        }
    }

    /// Unpacks aside and renames, so that a stop half-way leaves nothing that looks whole.
    private static void unpack(URLConnection packed, Path home) throws IOException {
        Path aside = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(packed.getInputStream())))) {
            long total = 0;
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                total += entry.getSize();
                if (total > MAX_UNPACKED_BYTES) {
                    throw new IOException("the archive is larger than " + MAX_UNPACKED_BYTES);
                }
                write(tar, entry, aside);
            }
            forceAll(aside);
            SafeFile.moveIntoPlace(aside, home);
        } catch (FileSystemException e) {
            if (!Files.exists(home)) {
                throw e;
            }
            // Another application unpacked the same version first; its copy is as good.
        } finally {
            DataFolder.delete(aside);
        }
    }

    /// Programs that a power cut tore would look whole for ever.
    private static void forceAll(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : found.toList()) {
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    SafeFile.forceFolder(each);
                } else if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                    SafeFile.force(each);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
            throws IOException {
        Path target = entry.resolveIn(into);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
