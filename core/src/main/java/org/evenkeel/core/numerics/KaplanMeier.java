package org.evenkeel.core.numerics;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The product-limit estimate of staying free of an event (Kaplan and Meier 1958).
public final class KaplanMeier {
    private final TreeMap<Double, Double> steps = new TreeMap<>();

    /// How long someone was watched.
    ///
    /// @param time 0 or more, in any unit
    /// @param event whether it ended with the event, or else because watching ended
    public record Watched(double time, boolean event) {
        public Watched {
            if (!(time >= 0)) {
                throw new IllegalArgumentException("a time must be 0 or more, got " + time);
            }
        }
    }

    /// From at least one time; who is censored at a time was still at risk then.
    public KaplanMeier(List<Watched> watched) {
        List<Watched> sorted = watched.stream()
                .sorted(Comparator.comparingDouble(Watched::time))
                .toList();
        double free = 1;
        int at = 0;
        while (at < sorted.size()) {
            double time = sorted.get(at).time;
            int risk = sorted.size() - at;
            int events = 0;
            while (at < sorted.size() && sorted.get(at).time == time) {
                events += sorted.get(at++).event ? 1 : 0;
            }
            free *= 1 - events / (double) risk;
            steps.put(time, free);
        }
    }

    /// Probability of no event up to and including a time.
    public double freeAt(double time) {
        var step = steps.floorEntry(time);
        return step == null ? 1 : step.getValue();
    }

    /// The first time at which at most so many are free of the event; empty where more
    /// remain.
    ///
    /// @param share for the median 0.5
    public OptionalDouble timeOf(double share) {
        for (var step : steps.entrySet()) {
            if (step.getValue() <= share) {
                return OptionalDouble.of(step.getKey());
            }
        }
        return OptionalDouble.empty();
    }
}
