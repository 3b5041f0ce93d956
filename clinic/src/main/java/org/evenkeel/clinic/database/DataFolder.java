package org.evenkeel.clinic.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A folder one running application has for itself: its database, its log, its secrets.
///
/// The folder is locked while open. A throwaway folder is deleted when closed; one that a killed
/// application left behind is found by [#abandoned()].
public final class DataFolder implements AutoCloseable {
    private static final String THROWAWAY_PREFIX = "evenkeel-demo-";
    private static final int MOST_ROUNDS = 10;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");
    /// Folders this process has open. Their lock files must not be opened once more: the system
    /// frees all of a process's locks on a file when any channel to it is closed.
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path real;
    private final boolean throwaway;
    private final FileChannel lockFile;

    private DataFolder(Path path, Path real, boolean throwaway, FileChannel lockFile) {
        this.path = path;
        this.real = real;
        this.throwaway = throwaway;
        this.lockFile = lockFile;
    }

    /// Opens a folder to keep, creating it where it is missing.
    ///
    /// @throws StartRefused where it cannot be written to or another application has it
    public static DataFolder durable(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            return lock(path, false, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartRefused(
                    "Cannot write to the data folder " + path
                            + ": choose another with --data, or give yourself write permission.",
                    e);
        }
    }

    /// Makes a folder that is deleted when closed.
    public static DataFolder throwaway() {
        Path parent = temporary();
        try {
            return lock(
                    Files.createTempDirectory(parent, THROWAWAY_PREFIX),
                    true,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartRefused(
                    "Cannot write to the temporary folder " + parent
                            + ": name a folder you may write to with --data.",
                    e);
        }
    }

    /// Throwaway folders of this user whose application was killed, locked and ready to be cleared.
    public static List<DataFolder> abandoned() {
        try (Stream<Path> candidates = Files.list(temporary())) {
            UserPrincipal self = self();
            return candidates
                    .filter(candidate -> isThrowawayOf(self, candidate))
                    .flatMap(DataFolder::claim)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file or folder inside.
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /// Whether this application still has it.
    public boolean isOpen() {
        return lockFile.isOpen();
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    /// Says that what a restore puts there is not all there yet.
    public void markUnfinished(Into into) {
        try {
            SafeFile.write(unfinished(into), "A restore began here and has not ended.\n");
        } catch (IOException e) {
            throw new StartRefused("Cannot write to the data folder " + path + ".", e);
        }
    }

    /// Says that it is.
    public void markWhole(Into into) {
        try {
            Files.deleteIfExists(unfinished(into));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a restore that was begun here did not end.
    public boolean isUnfinished(Into into) {
        return Files.exists(unfinished(into)) || into == Into.EXTERNAL && isOlderMark();
    }

    /// Versions before had one mark for both; without a database of the folder's own it speaks of
    /// the other.
    private boolean isOlderMark() {
        return Files.exists(unfinished(Into.EMBEDDED)) && !EmbeddedPostgres.isIn(path);
    }

    /// Refuses a folder in which a restore into that database did not end.
    public DataFolder requireWhole(Into into) {
        if (isUnfinished(into)) {
            close();
            throw new StartRefused(
                    switch (into) {
                        case EMBEDDED ->
                            "A restore into the data folder " + path
                                    + " was interrupted: restore again, it begins anew.";
                        case EXTERNAL ->
                            "A restore into the external database was interrupted,"
                                    + " as the data folder " + path + " says: restore again into an"
                                    + " empty database.";
                    });
        }
        return this;
    }

    /// Which database of a clinic a restore fills. Each has its own mark: one must not speak for
    /// the other, which may be in use.
    public enum Into {
        /// the one in the data folder
        EMBEDDED("restore.unfinished"),
        /// one on a server somebody else runs
        EXTERNAL("restore-external.unfinished");

        private final String mark;

        Into(String mark) {
            this.mark = mark;
        }

        /// The one that the settings name.
        public static Into of(Optional<ExternalPostgres> external) {
            return external.isPresent() ? EXTERNAL : EMBEDDED;
        }
    }

    /// Refuses a folder that was begun with another command than this one.
    public DataFolder requireNotOf(Use other) {
        if (Files.exists(begun(other))) {
            close();
            throw new StartRefused("The data folder " + path + " was begun with evenkeel "
                    + other.command() + ": start it with that, or choose another folder with"
                    + " --data.");
        }
        return this;
    }

    /// Keeps for what this folder was begun.
    public void markBegun(Use use) {
        try {
            if (!Files.exists(begun(use))) {
                SafeFile.write(
                        begun(use), "This folder belongs to evenkeel " + use.command() + ".\n");
            }
        } catch (IOException e) {
            throw new StartRefused("Cannot write to the data folder " + path + ".", e);
        }
    }

    /// What a folder is for.
    public enum Use {
        /// a clinic
        SERVE,
        /// made-up patients, and ways in that are printed
        DEMO;

        private String command() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Path begun(Use use) {
        return path.resolve("begun-with." + use.command());
    }

    private Path unfinished(Into into) {
        return path.resolve(into.mark);
    }

    @Override
    public void close() {
        if (!lockFile.isOpen()) {
            return;
        }
        // The lock is held until the folder is gone, so that nobody claims it half-deleted.
        try (lockFile) {
            if (throwaway) {
                delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + path, e);
        } finally {
            OPEN.remove(real);
        }
    }

    /// Deletes a folder and all in it; a missing one is no error.
    ///
    /// A log that is being packed away, or a server that is ending, may still write into it:
    /// what came meanwhile is deleted in another round.
    public static void delete(Path folder) throws IOException {
        for (int round = 1; Files.exists(folder); round++) {
            try {
                deleteOnce(folder);
            } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException e) {
                if (round == MOST_ROUNDS) {
                    throw new IOException(folder + " keeps being written to", e);
                }
            }
        }
    }

    private static void deleteOnce(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /// Anybody may put a folder of that name into the temporary folder, with links in it that lead
    /// elsewhere. What is cleared away is ours, and nobody else could write into it.
    private static boolean isThrowawayOf(UserPrincipal self, Path candidate) {
        if (!candidate.getFileName().toString().startsWith(THROWAWAY_PREFIX)) {
            return false;
        }
        try {
            PosixFileAttributes there = Files.readAttributes(
                    candidate, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return there.isDirectory()
                    && there.owner().equals(self)
                    && OWNER_ONLY.containsAll(there.permissions())
                    && Files.isRegularFile(candidate.resolve("lock"), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return false;
        }
    }

    /// Whose program this is, as files tell it.
    private static UserPrincipal self() throws IOException {
        Path own = Files.createTempFile(temporary(), "evenkeel-", ".owner");
        try {
            return Files.getOwner(own);
        } finally {
            Files.delete(own);
        }
    }

    private static Stream<DataFolder> claim(Path candidate) {
        try {
            return Stream.of(lock(candidate, true, StandardOpenOption.WRITE));
        } catch (StartRefused | IOException inUseOrGone) {
            return Stream.empty();
        }
    }

    private static DataFolder lock(Path path, boolean throwaway, OpenOption... options)
            throws IOException {
        Path real = path.toRealPath();
        if (!OPEN.add(real)) {
            throw inUse(path);
        }
        try {
            return new DataFolder(path, real, throwaway, locked(path, options));
        } catch (IOException | StartRefused e) {
            OPEN.remove(real);
            throw e;
        }
    }

    private static FileChannel locked(Path path, OpenOption... options) throws IOException {
        FileChannel file = FileChannel.open(path.resolve("lock"), options);
        if (file.tryLock() == null) {
            file.close();
            throw inUse(path);
        }
        return file;
    }

    private static StartRefused inUse(Path path) {
        return new StartRefused("Another Evenkeel is using the data folder " + path
                + ": stop it first, or choose another folder with --data.");
    }
}
