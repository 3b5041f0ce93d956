package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Slows guessing down without locking anybody out: tries come back with time, and a device that a
/// person signed in from before has tries of its own, which no stranger can use up.
///
/// The database keeps them, by its own clock: what was used up stays so over a restart, and servers
/// on one database share it. A bucket is one row that says when it will be full again; a try moves
/// that on, and is refused where it would be further off than an empty bucket takes to fill.
@Component
public class TryLimits {
    /// Tries between two looks for rows that say nothing any more.
    private static final int TIDY_EVERY = 1_000;

    private final JdbcClient database;
    private final AtomicInteger taken = new AtomicInteger();

    TryLimits(JdbcClient database) {
        this.database = database;
    }

    /// How many tries, and how long until one comes back.
    private record Rule(int tries, Duration each) {}

    private static final Rule FROM_HERE = new Rule(8, Duration.ofSeconds(10));
    private static final Rule ON_ACCOUNT = new Rule(40, Duration.ofSeconds(15));
    private static final Rule FROM_SOURCE = new Rule(200, Duration.ofSeconds(2));
    private static final Rule PROGRAM = new Rule(120, Duration.ofMillis(500));
    private static final Rule KNOWN_DEVICE = new Rule(10, Duration.ofSeconds(5));
    private static final Rule CODE_ON_KNOWN_DEVICE = new Rule(10, Duration.ofSeconds(15));

    private record Bucket(String name, Rule rule) {}

    /// Takes a try at an account from a device that is not known there.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean take(String account, HttpServletRequest request) {
        String source = source(request.getRemoteAddr());
        return Stream.of(
                        new Bucket("here " + account + " " + source, FROM_HERE),
                        new Bucket("source " + source, FROM_SOURCE),
                        new Bucket("account " + account, ON_ACCOUNT))
                .allMatch(this::take);
    }

    /// Takes a try from a device that is known for this account.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean takeKnown(String account, String device) {
        return take(new Bucket("device " + account + " " + device, KNOWN_DEVICE));
    }

    /// Takes a try at a code from a device that is known for this account. A code is short: its
    /// tries come back more slowly than a password's.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean takeKnownCode(String account, String device) {
        return take(new Bucket("device " + account + " " + device, CODE_ON_KNOWN_DEVICE));
    }

    /// Takes a request of a program that proved itself.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean takeProgram(String id) {
        return take(new Bucket("program " + id, PROGRAM));
    }

    /// Takes a request that came with a token of nobody.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean takeUnknownProgram(String address) {
        return take(new Bucket("source " + source(address), FROM_SOURCE));
    }

    /// Forgets the tries of somebody who got in.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(String account, HttpServletRequest request) {
        String bucket = "here " + account + " " + source(request.getRemoteAddr());
        database.sql("update identity.tries set full_at = clock_timestamp() where bucket = :bucket")
                .param("bucket", Secret.hash(bucket))
                .update();
    }

    private boolean take(Bucket bucket) {
        tidy();
        Rule rule = bucket.rule();
        return database.sql("""
                                insert into identity.tries as t (bucket, full_at)
                                values (:bucket, clock_timestamp() + cast(:each as interval))
                                on conflict (bucket) do update
                                set full_at = greatest(t.full_at, clock_timestamp())
                                        + cast(:each as interval)
                                where greatest(t.full_at, clock_timestamp())
                                        + cast(:each as interval)
                                    <= clock_timestamp() + cast(:whole as interval)
                                """)
                        .param("bucket", Secret.hash(bucket.name()))
                        .param("each", rule.each().toString())
                        .param("whole", rule.each().multipliedBy(rule.tries()).toString())
                        .update()
                == 1;
    }

    private void tidy() {
        if (taken.incrementAndGet() % TIDY_EVERY == 0) {
            database.sql("select identity.forget_full_buckets()::text")
                    .query(String.class)
                    .list();
        }
    }

    /// An address, or the network of one household for the long ones, which are had by the million.
    private static String source(String address) {
        return address.contains(":")
                ? String.join(":", List.of(address.split(":")).stream().limit(4).toList())
                : address;
    }
}
