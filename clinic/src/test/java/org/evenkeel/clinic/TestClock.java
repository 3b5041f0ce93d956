package org.evenkeel.clinic;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still, so that every run sees the same days.
@TestConfiguration(proxyBeanMethods = false)
class TestClock {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(NOW);
    }
}
