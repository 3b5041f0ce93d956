package org.evenkeel.clinic;

import org.evenkeel.clinic.database.DatabaseLogin;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The owner of the test database, for what the application itself could never do: let time pass.
final class Owner {
    private Owner() {}

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
