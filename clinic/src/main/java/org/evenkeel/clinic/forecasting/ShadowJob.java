package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Sweeps every clinic from time to time. What one sweep misses the next one does.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ShadowJob {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowJob.class);

    private final Shadow shadow;
    private final People people;
    private final ReentrantLock turn = new ReentrantLock();

    ShadowJob(Shadow shadow, People people) {
        this.shadow = shadow;
        this.people = people;
    }

    /// At a fixed rate, because each round then has a thread of its own: jobs with a fixed delay
    /// share one, and a sweep of many patients would keep the mail about an emergency waiting.
    /// A round that comes while one is still going is left out.
    @Scheduled(
            initialDelayString = "${evenkeel.shadow.first:PT2M}",
            fixedRateString = "${evenkeel.shadow.every:PT10M}")
    void sweep() {
        if (turn.tryLock()) {
            try {
                sweepAll();
            } finally {
                turn.unlock();
            }
        }
    }

    private void sweepAll() {
        try {
            Map<UUID, Person> oneOfEach = people.all().stream()
                    .collect(Collectors.toMap(
                            Person::clinicId, person -> person, (first, _) -> first));
            oneOfEach.forEach(
                    (clinic, person) -> Acting.inClinic(clinic).run(() -> shadow.sweep(person)));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "forecasts could not be stored or scored, the next sweep tries again: {}",
                    e.getClass().getSimpleName());
        }
    }
}
