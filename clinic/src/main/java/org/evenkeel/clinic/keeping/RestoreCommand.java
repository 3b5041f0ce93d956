package org.evenkeel.clinic.keeping;

import org.evenkeel.clinic.audit.AnchorFile;
import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DataFolder.Into;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.evenkeel.clinic.database.ExternalPostgres;
import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.keeping.internal.BackupFile;
import org.evenkeel.clinic.keeping.internal.Progress;
import org.evenkeel.clinic.keeping.internal.Restore;
import org.evenkeel.clinic.start.Arguments;
import org.evenkeel.clinic.start.Running;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `restore`: a clinic from a backup, in an empty place.
public final class RestoreCommand {
    private static final List<String> OPTIONS =
            List.of("--from", "--data", "--config", "--key-file");
    private static final String HELP = """
            Puts a backup into an empty data folder or database.

            Usage: evenkeel restore --from FILE [--data DIR] [--config FILE] [--key-file FILE]

              --from FILE       the backup
              --data DIR        a data folder without a clinic (default ~/.local/share/evenkeel)
              --config FILE     settings, as for serve
              --key-file FILE   the key it was made with, or EVENKEEL_BACKUP_KEY the passphrase

            The whole file is checked before anything is changed, and every table is compared with
            it before it is kept. A backup of an older version is brought up to this one.

            Example: evenkeel restore --from clinic.backup --data ./other --key-file clinic.key""";

    private RestoreCommand() {}

    /// Carries the command out.
    ///
    /// @param words what follows `restore` on the command line
    public static void main(List<String> words) {
        Running.quietly(running ->
                Arguments.carryOut(HELP, OPTIONS, words, given -> restore(running, given)));
    }

    private static void restore(Running running, Arguments.Given given) {
        Path from = Path.of(given.required("--from"));
        KeepingOptions options = new KeepingOptions(given, System.getenv());
        requireOwnAnchors(options);
        BackupFile file = new BackupFile(from, options::toOpen);
        BackupFile.Contents contents = file.verified();
        Restore restore = new Restore(file, contents);
        Optional<ExternalPostgres> external = options.settings().externalDatabase();
        Into into = Into.of(external);
        // Nothing is marked before the database is known to fit.
        external.ifPresent(server -> restore.requireFits(server.checked()));
        DataFolder data = withoutClinic(running, options.folder(), into);
        boolean wasMarked = data.isUnfinished(into);
        data.markUnfinished(into);
        try {
            restore.into(
                    external.map(server -> server.prepare(data))
                            .orElseGet(() -> running.database(data))
                            .owner(),
                    options.settings().anchors(data.path()),
                    Progress.onTerminal("Restoring"));
        } catch (RuntimeException refused) {
            if (into == Into.EMBEDDED) {
                EmbeddedPostgres.remove(data);
                data.markWhole(into);
            } else if (!wasMarked && !restore.mayBeKept()) {
                data.markWhole(into);
            }
            throw refused;
        }
        data.markWhole(into);
        System.err.printf(
                "Restored %,d rows of %d tables, as they were on %s, into %s.%n",
                contents.manifest().rows(),
                contents.manifest().tables().size(),
                contents.opening().at(),
                data.path());
        System.err.println("Invitations and the tokens of programs that were open are void. Look"
                + " through People: who left after the backup is in again.");
        if (restore.holdsApps()) {
            System.err.println("People sign in by authenticator apps here: put the file sign-in.key"
                    + " of the clinic that was backed up into " + data.path()
                    + " before you start it.");
        }
    }

    /// Anchors that lie apart from the folder may be those of a clinic that goes on elsewhere.
    private static void requireOwnAnchors(KeepingOptions options) {
        Path anchors = options.anchors();
        Path file = new AnchorFile(anchors).path();
        if (!anchors.toAbsolutePath().normalize().equals(options.folder()) && Files.exists(file)) {
            throw new StartRefused("EVENKEEL_ANCHORS names " + anchors + ", which keeps the anchors"
                    + " of a clinic: leave it out to try a backup; if that clinic is gone, move "
                    + AnchorFile.NAME + " aside first.");
        }
    }

    /// A folder without a clinic. What an interrupted restore left there is cleared away.
    private static DataFolder withoutClinic(Running running, Path folder, Into into) {
        boolean holdsDatabase = EmbeddedPostgres.isIn(folder);
        DataFolder data = running.open(() -> DataFolder.durable(folder));
        if (into == Into.EMBEDDED && data.isUnfinished(into)) {
            EmbeddedPostgres.remove(data);
        } else if (holdsDatabase) {
            throw new StartRefused("There is a clinic in the data folder " + folder
                    + " already: restore into another with --data.");
        }
        return data;
    }
}
