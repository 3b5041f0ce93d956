package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.identity.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Settles sessions every ten seconds. What one round misses the next one does.
@Component
class SettlingJob {
    private static final Logger LOG = LoggerFactory.getLogger(SettlingJob.class);

    private final Sessions sessions;

    SettlingJob(Sessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(fixedRateString = "PT10S")
    void settle() {
        try {
            sessions.settle();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("sessions could not be settled: {}", away.getClass().getSimpleName());
        }
    }
}
