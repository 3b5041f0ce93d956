package org.evenkeel.clinic.keeping.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/// Whoever runs the commands, and is no person of a clinic.
final class Operator {
    private static final UUID NOBODY = new UUID(0, 0);

    private Operator() {}

    /// Leaves a mark in the audit of each clinic.
    static void leaveMark(Connection connection, String action) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into audit.event (clinic_id, at, actor_id, role, action, object_kind,
                                         object_id, outcome)
                select id, now(), ?, 'operator', ?, 'clinic', id, 'done' from access.clinic
                """)) {
            statement.setObject(1, NOBODY);
            statement.setString(2, action);
            statement.execute();
        }
    }

    /// Ends what would open anew after a restore, because it was open at the backup's moment.
    static void shutDoors(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update identity.session set ended_at = now(), ended_by = 'restore'"
                    + " where ended_at is null");
            statement.execute(
                    "update access.sign_in_link set used_at = now() where used_at is null");
            statement.execute(
                    "update identity.invitation set used_at = now() where used_at is null");
            // A token that was revoked after the backup is one of those that are open in it.
            statement.execute("update identity.machine set revoked_at = now(),"
                    + " revoked_by = made_by where revoked_at is null");
        }
    }
}
