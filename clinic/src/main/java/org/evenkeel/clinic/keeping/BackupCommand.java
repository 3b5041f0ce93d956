package org.evenkeel.clinic.keeping;

import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.evenkeel.clinic.database.ExternalPostgres;
import org.evenkeel.clinic.database.SafeFile;
import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.keeping.internal.Backup;
import org.evenkeel.clinic.keeping.internal.BackupKey;
import org.evenkeel.clinic.keeping.internal.Manifest;
import org.evenkeel.clinic.keeping.internal.Progress;
import org.evenkeel.clinic.keeping.internal.SealedFile;
import org.evenkeel.clinic.start.Arguments;
import org.evenkeel.clinic.start.Running;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// `backup`: one moment of a clinic in one sealed file.
public final class BackupCommand {
    private static final List<String> OPTIONS =
            List.of("--out", "--data", "--config", "--key-file");
    private static final String HELP = """
            Writes everything a clinic keeps into one encrypted file.

            Usage: evenkeel backup --out FILE [--data DIR] [--config FILE] [--key-file FILE]

              --out FILE        the backup; written whole or not at all
              --data DIR        the clinic's data folder (default ~/.local/share/evenkeel);
                                its server must be stopped
              --config FILE     settings, as for serve
              --key-file FILE   32 random bytes in base64; in its place EVENKEEL_BACKUP_KEY may
                                hold a passphrase; a demo's folder carries its own key

            With EVENKEEL_DB_URL, EVENKEEL_DB_USER and EVENKEEL_DB_PASSWORD it backs up that
            database, running or not. Without the key nobody can read the backup, you included:
            keep it elsewhere.

            Example: evenkeel backup --out clinic.backup --key-file clinic.key""";

    private BackupCommand() {}

    /// Carries the command out.
    ///
    /// @param words what follows `backup` on the command line
    public static void main(List<String> words) {
        Running.quietly(running ->
                Arguments.carryOut(HELP, OPTIONS, words, given -> backUp(running, given)));
    }

    private static void backUp(Running running, Arguments.Given given) {
        Path out = Path.of(given.required("--out"));
        KeepingOptions options = new KeepingOptions(given, System.getenv());
        BackupKey key = options.toSeal();
        Path anchors = options.anchors();
        Manifest manifest = write(owner(running, options), anchors, key, out);
        System.err.printf(
                "Backed up %,d rows of %d tables.%n",
                manifest.rows(), manifest.tables().size());
    }

    /// Gives a demo's folder a key of its own, so that its backups need none to be named.
    public static void giveDemoAKey(DataFolder folder) {
        BackupKey.makeForDemo(folder.path());
    }

    /// The owner of the external database, or of the embedded one, which is started for it.
    private static DatabaseLogin owner(Running running, KeepingOptions options) {
        Optional<ExternalPostgres> external = options.settings().externalDatabase();
        if (external.isPresent()) {
            return external.get().checked();
        }
        Path folder = options.folder();
        if (!EmbeddedPostgres.isIn(folder)) {
            throw new StartRefused("There is no clinic in the data folder " + folder
                    + ": name its folder with --data.");
        }
        return running.database(running.open(
                        () -> DataFolder.durable(folder).requireWhole(DataFolder.Into.EMBEDDED)))
                .owner();
    }

    /// Written aside and renamed when it is whole and on disk.
    private static Manifest write(DatabaseLogin owner, Path anchors, BackupKey key, Path out) {
        Path aside = out.resolveSibling(out.getFileName() + ".part");
        try {
            Files.deleteIfExists(aside);
            Backup.announce(owner, anchors);
            Manifest manifest;
            try (FileChannel channel = SafeFile.create(aside)) {
                OutputStream file = new Forced(channel);
                manifest = Backup.write(
                        owner,
                        Arguments.version(),
                        SealedFile.write(new BufferedOutputStream(file), key),
                        Progress.onTerminal("Backing up"));
            }
            SafeFile.moveIntoPlace(aside, out);
            return manifest;
        } catch (IOException e) {
            throw new StartRefused(
                    "The backup could not be written to " + out + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new StartRefused("The database could not be read: " + e.getMessage(), e);
        } finally {
            discard(aside);
        }
    }

    private static void discard(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException leftBehind) {
            System.err.println("The unfinished file " + aside + " could not be deleted.");
        }
    }

    /// Forces the file to disk before it is closed.
    private static final class Forced extends FilterOutputStream {
        private final FileChannel channel;

        Forced(FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                channel.force(true);
            }
            super.close();
        }
    }
}
