package org.evenkeel.clinic.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.ScratchDatabase;
import org.evenkeel.clinic.database.KeyFile;
import org.evenkeel.clinic.database.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

class SecretsAtStartTest {
    private static final byte[] SECRET =
            "twenty secret bytes!".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final UUID PERSON = new UUID(1, 2);

    @TempDir
    Path temporary;

    private ScratchDatabase database;
    private Path file;

    @BeforeEach
    void anAppOfTheVersionBefore() throws SQLException {
        database = new ScratchDatabase();
        file = temporary.resolve("sign-in.key");
        run("insert into access.clinic (id, name, zone, protocol, risk_limit, synthetic)"
                + " values ('" + new UUID(1, 1) + "', 'C', 'UTC', 'p', 0.2, true)");
        run("insert into access.person (id, name) values ('" + PERSON + "', 'P')");
        try (Connection connection = ScratchDatabase.connect(database.owner());
                PreparedStatement insert = connection.prepareStatement("""
                        insert into identity.authenticator (id, person_id, secret, added_at)
                        values (gen_random_uuid(), ?, ?, now())
                        """)) {
            insert.setObject(1, PERSON);
            insert.setBytes(2, SECRET);
            insert.execute();
        }
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void whatWasPlainIsSealedOnceAndOpensAfterAnotherStart() throws Exception {
        settle(false);
        byte[] kept = kept();
        assertThat(text("select count(*) from identity.authenticator where secret is not null"))
                .isEqualTo("0");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        SealingKey again = settle(false);

        assertThat(kept()).isEqualTo(kept);
        assertThat(again.open(kept, AppSecrets.of(PERSON))).hasValue(SECRET);
        assertThat(again.open(kept, AppSecrets.of(new UUID(9, 9))))
                .as("put into somebody else's row")
                .isEmpty();
        kept[kept.length - 1] ^= 1;
        assertThat(again.open(kept, AppSecrets.of(PERSON))).isEmpty();
    }

    @Test
    void anotherKeyAndNoneAreRefusedAndChangeNothing() throws Exception {
        settle(false);
        byte[] kept = kept();
        Path away = Files.move(file, temporary.resolve("away"));

        assertThatThrownBy(() -> settle(false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("there is no key in " + file);
        assertThat(file).doesNotExist();
        KeyFile.makeWhereMissing(file);
        assertThatThrownBy(() -> settle(false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the key in " + file + " is another one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> settle(false)).hasMessageContaining("chmod 600");

        assertThat(kept()).isEqualTo(kept);
        Files.delete(file);
        Files.move(away, file);
        settle(false);
    }

    @Test
    void whereTheKeyIsLostForGoodTheAppsEndAndTheAuditSaysSo() throws Exception {
        settle(false);
        Files.delete(file);
        settle(true);

        assertThat(text("select count(*) from identity.authenticator where ended_at is null"))
                .isEqualTo("0");
        assertThat(text("select count(*) from audit.event where action = 'end-apps'"))
                .isEqualTo("1");
        settle(false);
        settle(true);
        assertThat(text("select count(*) from audit.event where action = 'end-apps'"))
                .as("nothing was left to end")
                .isEqualTo("1");
    }

    private SealingKey settle(boolean lost) {
        return new SecretsAtStart(database.owner(), file, lost).settle();
    }

    private byte[] kept() throws SQLException {
        try (Connection connection = ScratchDatabase.connect(database.owner());
                PreparedStatement select =
                        connection.prepareStatement("select sealed from identity.authenticator");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBytes(1);
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = ScratchDatabase.connect(database.owner());
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = ScratchDatabase.connect(database.owner());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
