package org.evenkeel.clinic.identity.internal;

import io.github.bucket4j.Bucket;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Slows guessing down without locking anybody out: tries come back with time, and a device that a
/// person signed in from before has tries of its own, which no stranger can use up.
@Component
public class TryLimits {
    private static final int MOST = 50_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /// How many tries, and how long until one comes back.
    private record Rule(int tries, Duration each) {}

    private static final Rule FROM_HERE = new Rule(8, Duration.ofSeconds(10));
    private static final Rule ON_ACCOUNT = new Rule(40, Duration.ofSeconds(15));
    private static final Rule FROM_SOURCE = new Rule(200, Duration.ofSeconds(2));
    private static final Rule PROGRAM = new Rule(120, Duration.ofMillis(500));
    private static final Rule KNOWN_DEVICE = new Rule(10, Duration.ofSeconds(5));

    /// Takes a try at an account from a device that is not known there.
    public boolean take(String account, HttpServletRequest request) {
        String source = source(request);
        return Stream.of(
                        bucket("here " + account + " " + source, FROM_HERE),
                        bucket("source " + source, FROM_SOURCE),
                        bucket("account " + account, ON_ACCOUNT))
                .allMatch(bucket -> bucket.tryConsume(1));
    }

    /// Takes a try from a device that is known for this account.
    public boolean takeKnown(String account, String device) {
        return bucket("device " + account + " " + device, KNOWN_DEVICE).tryConsume(1);
    }

    /// Takes a request of a program: of one that is known by its id, and while it has not proved
    /// itself also of where it comes from.
    public boolean takeProgram(String id, String address) {
        return bucket("program " + id, PROGRAM).tryConsume(1)
                && bucket("program from " + source(address), FROM_SOURCE).tryConsume(1);
    }

    /// Forgets the tries from where a program got in.
    public void forgetProgram(String address) {
        synchronized (buckets) {
            buckets.remove("program from " + source(address));
        }
    }

    /// Forgets the tries of somebody who got in.
    public void forget(String account, HttpServletRequest request) {
        synchronized (buckets) {
            buckets.remove("here " + account + " " + source(request));
        }
    }

    private Bucket bucket(String key, Rule rule) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    _ -> Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(rule.tries()).refillGreedy(1, rule.each()))
                            .build());
        }
    }

    /// An address, or the network of one household for the long ones, which are had by the million.
    private static String source(HttpServletRequest request) {
        return source(request.getRemoteAddr());
    }

    private static String source(String address) {
        return address.contains(":")
                ? String.join(":", List.of(address.split(":")).stream().limit(4).toList())
                : address;
    }
}
