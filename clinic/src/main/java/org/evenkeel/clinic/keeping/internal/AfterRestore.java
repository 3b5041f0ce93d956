package org.evenkeel.clinic.keeping.internal;

import org.evenkeel.clinic.database.DatabaseLogin;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/// What a restored database must do before anybody works in it.
final class AfterRestore {
    /// Who acts when a command does, and no person of the clinic.
    private static final UUID NOBODY = new UUID(0, 0);

    private AfterRestore() {}

    /// Ends what would open anew, because it was open when the backup was made, and leaves a mark
    /// in the audit of each clinic.
    static void settle(DatabaseLogin owner) throws SQLException {
        try (Connection connection = Backup.connect(owner);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update identity.session set ended_at = now(), ended_by = 'restore'"
                    + " where ended_at is null");
            statement.execute(
                    "update access.sign_in_link set used_at = now()" + " where used_at is null");
            statement.execute("""
                    insert into audit.event (clinic_id, at, actor_id, role, action, object_kind,
                                             object_id, outcome)
                    select id, now(), '%s', 'operator', 'restore', 'clinic', id, 'done'
                    from access.clinic
                    """.formatted(NOBODY));
            connection.commit();
        }
    }
}
