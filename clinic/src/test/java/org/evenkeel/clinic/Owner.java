package org.evenkeel.clinic;

import org.evenkeel.clinic.database.DatabaseLogin;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/// The owner of the test database, for what the application itself could never do: let time pass.
final class Owner {
    private Owner() {}

    /// As if somebody had given a code just now.
    static void giveSecondFactor(UUID person) {
        update(
                "update identity.session set factors = 'code link',"
                        + " factor_at = ?::timestamptz where person_id = ?",
                TestClock.NOW.toString(),
                person);
    }

    static int update(String sql, Object... values) {
        DatabaseLogin login = TestDatabase.logins().owner();
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
