package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.KeyFile;
import org.evenkeel.clinic.database.StartRefused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Brings the secrets of authenticator apps and their key together before anybody can sign in.
///
/// @param owner the role that owns the tables; only it may seal what was kept plain
/// @param file where the key is
/// @param keyIsLost whether apps whose key is gone are to be ended
record SecretsAtStart(DatabaseLogin owner, Path file, boolean keyIsLost) {
    private static final UUID NOBODY = new UUID(0, 0);

    private record Plain(UUID id, UUID personId, byte[] secret) {}

    /// The key, where it opens what there is; made anew where nothing was sealed yet. Secrets that
    /// stand there plain are sealed.
    ///
    /// @throws StartRefused where apps are sealed with another key
    SealingKey settle() {
        try (Connection connection =
                DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
            if (!Files.exists(file) && !keyIsLost && sealedElsewhere(connection, new byte[0]) > 0) {
                throw refused("there is no key in " + file);
            }
            KeyFile.makeWhereMissing(file);
            SealingKey key = new SealingKey(KeyFile.read(file));
            if (keyIsLost) {
                endAllOthers(connection, key);
            } else if (sealedElsewhere(connection, key.mark()) > 0) {
                throw refused("the key in " + file + " is another one");
            }
            sealPlain(connection, key);
            return key;
        } catch (SQLException e) {
            throw new StartRefused("The authenticator apps could not be read.", e);
        }
    }

    private static StartRefused refused(String what) {
        return new StartRefused("Authenticator apps of this clinic are sealed with a key, and "
                + what + ": put the file sign-in.key there that lay in the clinic's data folder, or"
                + " name it in EVENKEEL_SIGN_IN_KEY; where it is lost for good, set"
                + " EVENKEEL_LOST_SIGN_IN_KEY=end-apps once.");
    }

    private static long sealedElsewhere(Connection connection, byte[] mark) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select count(*) from identity.authenticator
                where ended_at is null and substring(sealed from 1 for 9) <> ?
                """)) {
            statement.setBytes(1, mark);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void endAllOthers(Connection connection, SealingKey key) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement end = connection.prepareStatement("""
                        update identity.authenticator set ended_at = now()
                        where ended_at is null and substring(sealed from 1 for 9) <> ?
                        """);
                PreparedStatement mark = connection.prepareStatement("""
                        insert into audit.event (clinic_id, at, actor_id, role, action, object_kind,
                                                 object_id, outcome)
                        select id, now(), ?, 'operator', 'end-apps', 'clinic', id, 'done'
                        from access.clinic
                        """)) {
            end.setBytes(1, key.mark());
            if (end.executeUpdate() > 0) {
                mark.setObject(1, NOBODY);
                mark.execute();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void sealPlain(Connection connection, SealingKey key) throws SQLException {
        List<Plain> plain = plain(connection);
        if (plain.isEmpty()) {
            return;
        }
        connection.setAutoCommit(false);
        try (PreparedStatement update = connection.prepareStatement(
                "update identity.authenticator set sealed = ?, secret = null where id = ?")) {
            for (Plain each : plain) {
                update.setBytes(1, key.seal(each.secret(), AppSecrets.of(each.personId())));
                update.setObject(2, each.id());
                update.execute();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        // What an update replaces stays in the table's file until it is rewritten.
        try (Statement rewrite = connection.createStatement()) {
            rewrite.execute("vacuum full identity.authenticator");
            rewrite.execute("vacuum full identity.ceremony");
        }
    }

    private static List<Plain> plain(Connection connection) throws SQLException {
        List<Plain> plain = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select id, person_id, secret from identity.authenticator
                        where secret is not null
                        """)) {
            while (rows.next()) {
                plain.add(new Plain(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getBytes(3)));
            }
        }
        return plain;
    }
}
