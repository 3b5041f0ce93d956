package org.evenkeel.clinic;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Lets tests look at every row, as the owner of the tables, whom no wall binds.
@TestConfiguration(proxyBeanMethods = false)
class OwnersView {
    @Bean(defaultCandidate = false)
    @Qualifier("owner")
    JdbcClient everyRow() {
        var owner = TestDatabase.logins().owner();
        return JdbcClient.create(
                new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
    }
}
