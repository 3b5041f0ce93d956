package org.evenkeel.clinic.access.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

import javax.sql.DataSource;

/// The one transaction manager.
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {
    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new StatingTransactions(source);
    }
}
