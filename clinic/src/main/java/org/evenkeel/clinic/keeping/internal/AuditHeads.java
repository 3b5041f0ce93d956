package org.evenkeel.clinic.keeping.internal;

import org.evenkeel.clinic.audit.Anchor;
import org.evenkeel.clinic.audit.Anchor.Occasion;
import org.evenkeel.clinic.audit.AnchorFile;
import org.evenkeel.clinic.audit.Head;
import org.evenkeel.clinic.database.SafeFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// The last sealed link of each clinic's audit, and where it is kept outside the database.
final class AuditHeads {
    private static final String NO_LINK = "00".repeat(32);

    private AuditHeads() {}

    /// The heads by clinic; empty in a database of a version that sealed nothing.
    static Map<UUID, Head> of(Connection connection) throws SQLException {
        Map<UUID, Head> heads = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("select to_regclass('audit.seal') is not null")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return heads;
                }
            }
            try (ResultSet rows = statement.executeQuery("""
                    select c.id, coalesce(s.number, 0), encode(s.hash, 'hex')
                    from access.clinic c
                    left join lateral (select number, hash from audit.seal
                                       where clinic_id = c.id
                                       order by number desc limit 1) s on true
                    """)) {
                while (rows.next()) {
                    String hash = rows.getString(3);
                    heads.put(
                            rows.getObject(1, UUID.class),
                            new Head(rows.getLong(2), hash == null ? NO_LINK : hash));
                }
            }
        }
        return heads;
    }

    /// Keeps the heads of a backup beside those the application keeps.
    static void anchorBackup(Connection connection, Path folder) throws SQLException, IOException {
        keep(connection, folder, Occasion.BACKUP);
    }

    /// Sets the anchors of another database aside and begins with those of the restored one.
    static void anchorRestore(Connection connection, Path folder) throws SQLException, IOException {
        Path before = new AnchorFile(folder).path();
        if (Files.exists(before)) {
            String until = now(connection).toString().replace(':', '-');
            SafeFile.moveIntoPlace(
                    before, before.resolveSibling("audit-anchors-until-" + until + ".txt"));
        }
        keep(connection, folder, Occasion.RESTORE);
    }

    private static void keep(Connection connection, Path folder, Occasion occasion)
            throws SQLException, IOException {
        Instant now = now(connection);
        List<Anchor> anchors = new ArrayList<>();
        of(connection)
                .forEach((clinic, head) -> anchors.add(new Anchor(now, clinic, head, occasion)));
        if (!anchors.isEmpty()) {
            new AnchorFile(folder).append(anchors);
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
