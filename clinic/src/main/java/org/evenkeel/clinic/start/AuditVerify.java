package org.evenkeel.clinic.start;

import org.evenkeel.clinic.audit.AnchorFile;
import org.evenkeel.clinic.audit.Broken;
import org.evenkeel.clinic.audit.Verdict;
import org.evenkeel.clinic.audit.Verifier;
import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.ExternalPostgres;
import org.evenkeel.clinic.database.StartRefused;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `audit verify`: whether what was sealed is still what was written.
public final class AuditVerify {
    private static final String HELP = """
            Checks every event of the audit against its chain and the anchors kept outside the
            database, and names the first broken link of each clinic.

            Usage: evenkeel audit verify [--data DIR] [--config FILE] [--format text|json]

              --data DIR      data folder of the clinic, whose anchors are read; its database must
                              be stopped (default ~/.local/share/evenkeel)
              --config FILE   settings as for evenkeel serve; with EVENKEEL_DB_URL, EVENKEEL_DB_USER
                              and EVENKEEL_DB_PASSWORD the database is the PostgreSQL they name,
                              which may be running
              --format json   prints one JSON object in place of sentences

            Ends with 0 where everything is whole, 1 where a link is broken or the audit could not
            be read, 2 for a wrong command line.

            Example: evenkeel audit verify --data /srv/evenkeel""";

    private static final String NO_SUCH_TABLE = "42P01";

    private final Settings settings;
    private final Path folder;

    private AuditVerify(Settings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /// Carries the command out and ends the program.
    ///
    /// @param words what follows `audit` on the command line
    public static void main(List<String> words) {
        Running.run(running -> {
            if (words.isEmpty()) {
                throw new WrongUsage("Say what to do: evenkeel audit verify.");
            }
            boolean asks = words.getFirst().startsWith("-");
            if (!asks && !words.getFirst().equals("verify")) {
                throw new WrongUsage(
                        "Unknown command audit " + words.getFirst() + "; allowed is verify.");
            }
            List<String> options = asks ? words : words.subList(1, words.size());
            Arguments.carryOut(
                    HELP,
                    List.of("--data", "--config", "--format"),
                    options,
                    given -> verify(running, given));
        });
    }

    private static void verify(Running running, Arguments.Given given) {
        String format = given.of("--format").orElse("text");
        if (!List.of("text", "json").contains(format)) {
            throw new WrongUsage("Option --format got " + format + "; allowed is text or json.");
        }
        Settings settings = Settings.of(given, System.getenv());
        Verdict verdict =
                new AuditVerify(settings, settings.dataFolder(System.getenv())).verdict(running);
        System.out.println(format.equals("json") ? json(verdict) : text(verdict));
        System.out.flush();
        System.exit(verdict.isWhole() ? 0 : 1);
    }

    private Verdict verdict(Running running) {
        if (!Files.isDirectory(folder)) {
            throw new WrongUsage("There is no data folder " + folder + ".");
        }
        Path anchors = settings.anchors(folder);
        try {
            // Before the database is looked at, so that no anchor is ahead of it.
            AnchorFile.Kept kept = new AnchorFile(anchors).read();
            return verdict(login(running), kept);
        } catch (IOException e) {
            throw new StartRefused("The anchors in " + anchors + " could not be read.", e);
        } catch (SQLException e) {
            throw new StartRefused(
                    NO_SUCH_TABLE.equals(e.getSQLState())
                            ? "The audit in this database was never sealed: start the clinic once"
                                    + " with this version of Evenkeel."
                            : "The audit could not be read: " + e.getMessage(),
                    e);
        }
    }

    private DatabaseLogin login(Running running) {
        Optional<ExternalPostgres> external = settings.externalDatabase();
        if (external.isPresent()) {
            return external.get().checked();
        }
        if (!Files.isDirectory(folder.resolve("postgres"))) {
            throw new WrongUsage("The data folder " + folder + " holds no database.");
        }
        return running.database(running.open(() -> DataFolder.durable(folder))).owner();
    }

    private static Verdict verdict(DatabaseLogin login, AnchorFile.Kept kept) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(login.url(), login.user(), login.password())) {
            // Of a large audit, some answers take longer than a page may.
            connection.setNetworkTimeout(Runnable::run, 0);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Verifier(connection, kept).verify();
        }
    }

    static String text(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        for (Broken broken : verdict.broken()) {
            text.append("BROKEN  ")
                    .append(broken.clinicId().map(id -> "clinic " + id + ": ").orElse(""))
                    .append(broken.what().code())
                    .append(": ")
                    .append(broken.words())
                    .append(".\n");
        }
        return text.append(verdict.isWhole() ? "The audit is whole: " : "Verified up to there: ")
                .append(count(verdict.verified(), "event"))
                .append(" of ")
                .append(count(verdict.clinics(), "clinic"))
                .append(" verified, ")
                .append(verdict.unsealed())
                .append(" not sealed yet, last anchor ")
                .append(verdict.lastAnchor().map(Object::toString).orElse("none"))
                .append(".")
                .toString();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static String json(Verdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("whole", verdict.isWhole());
        fields.put("clinics", verdict.clinics());
        fields.put("verified", verdict.verified());
        fields.put("unsealed", verdict.unsealed());
        fields.put("lastAnchor", verdict.lastAnchor());
        fields.put("broken", verdict.broken().stream().map(AuditVerify::fields).toList());
        return JsonMapper.shared().writeValueAsString(fields);
    }

    private static Map<String, Object> fields(Broken broken) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("clinic", broken.clinicId());
        fields.put("number", broken.number());
        fields.put("last", broken.last());
        fields.put("what", broken.what().code());
        fields.put("words", broken.words());
        return fields;
    }
}
