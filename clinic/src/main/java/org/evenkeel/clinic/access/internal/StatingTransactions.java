package org.evenkeel.clinic.access.internal;

import org.evenkeel.clinic.access.Acting;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/// Begins each transaction by telling the database for whom it works; its row-level security goes
/// by that. The setting ends with the transaction.
final class StatingTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;

    private static final String STATE = """
            select set_config('evenkeel.span', ?, true), set_config('evenkeel.clinic', ?, true),
                   set_config('evenkeel.person', ?, true), set_config('evenkeel.patient', ?, true)
            """;

    StatingTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void prepareTransactionalConnection(
            Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Acting acting = Acting.current();
        try (PreparedStatement statement = connection.prepareStatement(STATE)) {
            statement.setString(1, acting.span().words());
            statement.setString(2, text(acting.clinicId()));
            statement.setString(3, text(acting.personId()));
            statement.setString(4, text(acting.patientId()));
            statement.execute();
        }
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }
}
