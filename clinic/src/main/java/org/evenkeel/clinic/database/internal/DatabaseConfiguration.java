package org.evenkeel.clinic.database.internal;

import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.DatabaseLogins;
import org.evenkeel.clinic.database.Migrations;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The application works in its own role; migrations run in the owner's.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    JdbcConnectionDetails applicationConnection(DatabaseLogins logins) {
        return new ApplicationConnection(logins.application());
    }

    @Bean
    FlywayConnectionDetails ownerConnection(DatabaseLogins logins) {
        return new OwnerConnection(logins.owner());
    }

    @Bean
    FlywayMigrationStrategy migrations() {
        return Migrations::bring;
    }

    private record ApplicationConnection(DatabaseLogin login) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.url();
        }
    }

    private record OwnerConnection(DatabaseLogin login) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.url();
        }
    }
}
