package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.AnchorFile;
import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.keeping.internal.Backup;
import org.evenkeel.clinic.keeping.internal.BackupFile;
import org.evenkeel.clinic.keeping.internal.BackupFile.Contents;
import org.evenkeel.clinic.keeping.internal.BackupKey;
import org.evenkeel.clinic.keeping.internal.Manifest;
import org.evenkeel.clinic.keeping.internal.Manifest.Migration;
import org.evenkeel.clinic.keeping.internal.Manifest.Opening;
import org.evenkeel.clinic.keeping.internal.Manifest.TableContent;
import org.evenkeel.clinic.keeping.internal.Progress;
import org.evenkeel.clinic.keeping.internal.Restore;
import org.evenkeel.clinic.keeping.internal.SealedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A clinic is backed up, lost, and restored elsewhere.
@ClinicTest
class RestoreDrillTest {
    /// A restore is audited, and ends what was open.
    private static final Set<String> MOVED_ON = Set.of(
            "audit.event",
            "identity.session",
            "access.sign_in_link",
            "identity.invitation",
            "identity.machine");

    private static final List<String> OPEN_DOORS = List.of(
            "access.sign_in_link where used_at is null",
            "identity.session where ended_at is null",
            "identity.invitation where used_at is null",
            "identity.machine where revoked_at is null");

    private static final String WORDS = "the drill's own words";
    private static final BackupKey KEY = new BackupKey.Passphrase(WORDS);

    @Autowired
    Visitors visitors;

    @TempDir
    Path temporary;

    @Test
    void everyTableComesBackRowByRowAndPeopleWorkOn() throws Exception {
        visitors.as(Role.NURSE).get("/worklist");
        Path file = temporary.resolve("clinic.backup");
        leaveDoorsOpen();
        Manifest before = backUp(TestDatabase.logins().owner(), file);
        Owner.update("delete from identity.machine where may = 'drill'");
        Owner.update("delete from identity.invitation where token_hash = ?", new byte[] {1});
        assertThat(before.rows()).isGreaterThan(5_000);
        Path data = temporary.resolve("restored");
        try (DataFolder folder = DataFolder.durable(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            DatabaseLogin owner = postgres.logins().owner();
            assertRefusalsKeepNothing(owner, data, file);

            BackupFile backup = new BackupFile(file, _ -> KEY);
            new Restore(backup, backup.verified()).into(owner, data, Progress.silent());

            Map<String, TableContent> after = tables(backUp(owner, temporary.resolve("again")));
            for (TableContent table : before.tables()) {
                if (!MOVED_ON.contains(table.name())) {
                    assertThat(after.get(table.name())).isEqualTo(table);
                }
            }
            assertThat(after.keySet()).isEqualTo(tables(before).keySet());
            assertThat(one(owner, "select count(*) from audit.event where action = 'restore'"))
                    .isEqualTo(one(owner, "select count(*) from access.clinic"));
            for (String open : OPEN_DOORS) {
                assertThat(one(owner, "select count(*) from " + open)).isEqualTo("0");
            }
            assertThatThrownBy(() -> new Restore(backup, backup.verified())
                            .into(owner, data, Progress.silent()))
                    .hasMessageContaining("is not empty");
        }
    }

    @Test
    void theCommandsCarryADemoFromOneFolderToAnother() throws Exception {
        Path data = temporary.resolve("first");
        String name;
        try (ClinicProcess demo = ClinicProcess.demo(data)) {
            name = firstName(demo);
        }
        Path file = temporary.resolve("demo.backup");
        assertThat(run("backup", "--out", file.toString(), "--data", data.toString()))
                .isZero();
        Path other = temporary.resolve("second");
        String[] restore = {
            "restore",
            "--from",
            file.toString(),
            "--data",
            other.toString(),
            "--key-file",
            data.resolve(BackupKey.DEMO_FILE).toString()
        };
        assertThat(run(restore)).isZero();
        assertThat(run(restore)).isOne();
        assertThat(messages()).hasSize(1).first().asString().contains("There is a clinic in");
        assertThat(run("audit", "verify", "--data", other.toString())).isZero();
        try (ClinicProcess demo = ClinicProcess.demo(other)) {
            assertThat(firstName(demo)).isEqualTo(name);
        }
        assertThat(run("audit", "verify", "--data", other.toString())).isZero();
    }

    /// HZ-40.
    @Test
    void aDamagedFileAndAWrongKeyChangeNothingAtAll() throws Exception {
        visitors.person(Role.NURSE);
        Path file = temporary.resolve("clinic.backup");
        backUp(TestDatabase.logins().owner(), file);
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length / 2] ^= 1;
        Path damaged = Files.write(temporary.resolve("damaged"), whole);
        Path other = temporary.resolve("nothing");
        Map<String, String> wrong = Map.of(
                "is not whole or was altered", damaged + " " + WORDS,
                "sealed with another one", file + " not those words",
                "There is no file", temporary.resolve("none") + " " + WORDS);
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            String[] fileAndWords = each.getValue().split(" ", 2);
            ProcessBuilder restore =
                    builder("restore", "--from", fileAndWords[0], "--data", other.toString());
            restore.environment().put("EVENKEEL_BACKUP_KEY", fileAndWords[1]);
            assertThat(restore.start().waitFor()).isOne();
            assertThat(messages()).hasSize(1).first().asString().contains(each.getKey());
            assertThat(other).doesNotExist();
        }
        assertThat(run("backup", "--data", other.toString())).isEqualTo(2);
        assertThat(messages()).containsExactly("Option --out is needed.");
    }

    @Test
    void aRefusedRestoreIntoAnExternalDatabaseMarksNothing() throws Exception {
        visitors.person(Role.NURSE);
        DatabaseLogin owner = TestDatabase.logins().owner();
        Path file = temporary.resolve("clinic.backup");
        backUp(owner, file);
        Path data = temporary.resolve("data");
        ProcessBuilder restore =
                builder("restore", "--from", file.toString(), "--data", data.toString());
        restore.environment().put("EVENKEEL_BACKUP_KEY", WORDS);
        restore.environment().put("EVENKEEL_DB_URL", owner.url().replaceFirst("\\?.*", ""));
        restore.environment().put("EVENKEEL_DB_USER", owner.user());
        Map<String, String> wrong = Map.of(owner.password(), "is not empty", "no", "No connection");
        TestDatabase.waitForTheDisk(true);
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            restore.environment().put("EVENKEEL_DB_PASSWORD", each.getKey());
            assertThat(restore.start().waitFor()).isOne();
            assertThat(messages()).hasSize(1).first().asString().contains(each.getValue());
            assertThat(data).doesNotExist();
        }
        TestDatabase.waitForTheDisk(false);
        // A live embedded clinic is neither filled beside nor cleared away.
        Path live = Files.createDirectories(data.resolve("postgres"));
        restore.environment().keySet().removeIf(name -> name.startsWith("EVENKEEL_DB_"));
        Files.writeString(data.resolve("restore-external.unfinished"), "");
        assertThat(restore.start().waitFor()).isOne();
        assertThat(messages()).hasSize(1).first().asString().contains("There is a clinic in");
        assertThat(live).exists();
    }

    @Test
    void theAnchorsOfAnotherClinicAreLeftWhereTheyAre() throws Exception {
        visitors.person(Role.NURSE);
        Path file = temporary.resolve("clinic.backup");
        backUp(TestDatabase.logins().owner(), file);
        Path elsewhere = Files.createDirectories(temporary.resolve("anchors"));
        Path kept = Files.writeString(elsewhere.resolve(AnchorFile.NAME), "of a clinic\n");
        Path drill = temporary.resolve("drill");
        ProcessBuilder restore =
                builder("restore", "--from", file.toString(), "--data", drill.toString());
        restore.environment().put("EVENKEEL_BACKUP_KEY", WORDS);
        restore.environment().put("EVENKEEL_ANCHORS", elsewhere.toString());

        assertThat(restore.start().waitFor()).isOne();

        assertThat(messages()).hasSize(1).first().asString().contains("leave it out to try");
        assertThat(kept).hasContent("of a clinic\n");
        assertThat(drill).doesNotExist();
    }

    /// An invitation and a program's token that are open at the backup's moment.
    private void leaveDoorsOpen() {
        UUID person = visitors.person(Role.NURSE).id();
        Owner.update(
                "insert into identity.invitation (token_hash, person_id, made_by, made_at,"
                        + " expires_at) values (?, ?, ?, now(), now() + interval '1 day')",
                new byte[] {1},
                person,
                person);
        Owner.update(
                "insert into identity.machine (person_id, clinic_id, token_hash, may, made_by,"
                        + " made_at, expires_at)"
                        + " values (?, ?, ?, 'drill', ?, now(), now() + interval '1 day')",
                person,
                visitors.person(Role.NURSE).clinicId(),
                new byte[] {1},
                person);
    }

    private void assertRefusalsKeepNothing(DatabaseLogin owner, Path data, Path file)
            throws SQLException {
        BackupFile backup = new BackupFile(file, _ -> KEY);
        Contents contents = backup.verified();
        List<Migration> newer = new ArrayList<>(contents.opening().migrations());
        newer.add(new Migration("9999", 1));
        Contents ofNewer = new Contents(new Opening("", "9.9", newer), contents.manifest());
        assertThatThrownBy(() -> new Restore(backup, ofNewer).into(owner, data, Progress.silent()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("another Evenkeel (9.9, tables of version 9999)");

        List<TableContent> tables = new ArrayList<>(contents.manifest().tables());
        TableContent last = tables.removeLast();
        tables.add(new TableContent(last.name(), last.rows(), "0"));
        Contents other =
                new Contents(contents.opening(), new Manifest(tables, List.of(), Map.of()));
        assertThatThrownBy(() -> new Restore(backup, other).into(owner, data, Progress.silent()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("nothing was kept");
        assertThat(one(owner, "select count(*) from patient.patient")).isEqualTo("0");
    }

    private static Manifest backUp(DatabaseLogin owner, Path file)
            throws IOException, SQLException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return Backup.write(owner, "test", SealedFile.write(out, KEY), Progress.silent());
        }
    }

    private static Map<String, TableContent> tables(Manifest manifest) {
        return manifest.tables().stream()
                .collect(Collectors.toMap(TableContent::name, table -> table));
    }

    private static String firstName(ClinicProcess demo) {
        String page = demo.as(Role.FRONT_DESK).get("/appointments").body();
        assertThat(page).contains("<tbody>");
        return page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    }

    private int run(String... words) throws IOException, InterruptedException {
        return builder(words).start().waitFor();
    }

    private ProcessBuilder builder(String... words) {
        return ClinicProcess.builder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(temporary.resolve("messages").toFile());
    }

    private List<String> messages() throws IOException {
        return Files.readAllLines(temporary.resolve("messages"));
    }

    private static String one(DatabaseLogin login, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
