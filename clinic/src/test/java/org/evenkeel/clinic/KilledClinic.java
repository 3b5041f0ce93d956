package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// The database of a clinic whose program or server is killed, seen by its superuser.
///
/// @param data the clinic's data folder
record KilledClinic(Path data) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 700;
    private static final int SHEETS = 2_000;
    private static final int LOG_FILES = 8;
    /// Acknowledged writes that are sent a second time after each kill.
    private static final int SENT_AGAIN = 10;

    List<UUID> patients() throws SQLException, IOException {
        return column("select id from patient.patient order by id").stream()
                .map(UUID::fromString)
                .toList();
    }

    /// Patients and days without an answer yet.
    Queue<Load.Sheet> freeSheets(Random random) throws SQLException, IOException {
        Set<String> taken =
                new HashSet<>(column("select patient_id || ' ' || answered_on from prom.response"));
        List<UUID> patients = patients();
        Set<Load.Sheet> free = new HashSet<>();
        while (free.size() < SHEETS) {
            UUID patient = patients.get(random.nextInt(patients.size()));
            String day = FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
            if (!taken.contains(patient + " " + day)) {
                free.add(new Load.Sheet(patient, day));
            }
        }
        return new ConcurrentLinkedQueue<>(free);
    }

    /// Acknowledged writes of which the database knows nothing.
    List<Write> missing(List<Write> sent) throws SQLException, IOException {
        Set<String> known = new HashSet<>(column("select key from audit.command"));
        return sent.stream()
                .filter(Write::wasAcknowledged)
                .filter(write -> !known.contains(write.key().toString()))
                .toList();
    }

    /// How many marks of an act there are in the audit.
    int marks(String action) throws SQLException, IOException {
        return column("select number from audit.event where action = '" + action + "'")
                .size();
    }

    /// Every command has its effect and its mark in the audit, and every effect its command.
    void assertWhole() throws SQLException, IOException {
        assertThat(column("""
                select k.key
                from audit.command k
                left join forecasting.decision d on d.reason = 'waits for ' || k.key
                where k.action = 'proposal-decline' and d.id is null
                union all
                select r.id::text::uuid
                from prom.response r
                left join prom.risk_flag f on f.response_id = r.id
                where r.risk_item > 0 and f.response_id is null
                """)).as("half-saved").isEmpty();
        for (String action : List.of("questionnaire-record", "proposal-decline")) {
            String marks = "select count(*) from audit.event where outcome = 'done' and action = '"
                    + action + "'";
            String commands = "select count(*) from audit.command where action = '" + action + "'";
            assertThat(column(marks)).as("marks of %s", action).isEqualTo(column(commands));
        }
        assertThat(column("select count(*) from prom.response r where r.recorded_at >= "
                        + "(select min(at) from audit.command)"))
                .as("responses of this run")
                .isEqualTo(column("select count(*) from audit.command"
                        + " where action = 'questionnaire-record'"));
    }

    /// Each of these writes stands there exactly once.
    void assertOnce(List<Write> sent) throws SQLException, IOException {
        List<String> keys = column("select key from audit.command");
        Set<String> responses =
                new HashSet<>(column("select patient_id || ' ' || answered_on from prom.response"));
        List<String> reasons = column("select reason from forecasting.decision");
        assertThat(keys)
                .containsAll(sent.stream().map(write -> write.key().toString()).toList());
        for (Write write : sent) {
            String patient = write.path().split("/")[2];
            boolean sheet = write.form().containsKey("day") && write.path().endsWith("phq-9");
            long effects = sheet
                    ? Stream.of(patient + " " + write.form().get("day"))
                            .filter(responses::contains)
                            .count()
                    : Collections.frequency(reasons, "waits for " + write.key());
            assertThat(effects).as("effects of a write to %s", write.path()).isOne();
        }
    }

    /// After the kill each write is there whole or not at all; the acknowledged ones are there.
    /// Sent again with the same key, all are there, and once; but for decisions that were not
    /// saved and have been overtaken.
    void settle(Load.Clients clients, List<Write> sent) throws Exception {
        untilBack();
        assertWhole();
        assertThat(missing(sent)).as("acknowledged writes lost").isEmpty();
        List<Write> saved = new ArrayList<>(sent);
        for (Write write : sent) {
            boolean again = !write.wasAcknowledged() || sent.indexOf(write) < SENT_AGAIN;
            if (again && !Load.sendAgain(clients, write)) {
                saved.remove(write);
            }
        }
        assertOnce(saved);
        assertWhole();
    }

    void killPostgres() throws IOException {
        ProcessHandle.of(Long.parseLong(lock().getFirst().strip()))
                .orElseThrow()
                .destroyForcibly();
    }

    /// Has the server begin new files of its log at once, as it does after some megabytes.
    void wantRoom() {
        try {
            for (int file = 0; file < LOG_FILES; file++) {
                execute("create temporary table filled as select 1 as one");
                execute("select pg_switch_wal()");
            }
        } catch (SQLException | IOException full) {
            assertThat(full).as("there was no room").hasMessageNotContaining("password");
        }
    }

    /// From the next start of the server on it says "saved" before it has written.
    void confirmBeforeWriting() throws SQLException, IOException, InterruptedException {
        execute("alter role evenkeel_app set synchronous_commit = off");
        execute("alter system set wal_writer_delay = '10s'");
        execute("alter system set wal_writer_flush_after = '1GB'");
        // What others write must not take the application's rows to disk with it.
        execute("alter system set autovacuum = off");
        execute("alter system set checkpoint_timeout = '1h'");
        execute("alter system set bgwriter_lru_maxpages = 0");
        killPostgres();
        untilBack();
    }

    void untilBack() throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                execute("select 1");
                return;
            } catch (SQLException | IOException notYet) {
                assertThat(attempt).as("the server came back").isLessThan(300);
                Thread.sleep(100);
            }
        }
    }

    private void execute(String sql) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> column(String query) throws SQLException, IOException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }

    private Connection connect() throws SQLException, IOException {
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("database.properties"))) {
            passwords.load(file);
        }
        String port = lock().get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/evenkeel?connectTimeout=3",
                "postgres",
                passwords.getProperty("superuser"));
    }

    private List<String> lock() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }
}
