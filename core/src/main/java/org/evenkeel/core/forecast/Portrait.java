package org.evenkeel.core.forecast;

/// What the model believes about one patient, in the words of its parameters.
///
/// @param severity underlying severity now, mean and standard deviation
/// @param untreated the level severity returns to without treatment
/// @param benefitNow points of benefit present now
/// @param benefitFull points of benefit at full build-up
/// @param lastingDays days in which benefit now fades to 37 % or a spell of it is half over,
///     geometric mean and standard deviation, because the beliefs about it have a long tail
public record Portrait(
        Estimate severity,
        Estimate untreated,
        Estimate benefitNow,
        Estimate benefitFull,
        Estimate lastingDays) {

    /// A mean and a standard deviation.
    public record Estimate(double mean, double sd) {}

    static Portrait of(Components belief) {
        Moments severity = new Moments();
        Moments untreated = new Moments();
        Moments now = new Moments();
        Moments full = new Moments();
        Moments lasting = new Moments();
        belief.lookAtSeverity();
        for (int component = 0; component < belief.count(); component++) {
            // The point of view of a component, brought back to points by its slope there.
            Gaussians some = belief.side(component);
            int i = belief.index(component);
            Link.Places on = belief.grid().places(some.link[i]);
            double w = some.weight[i];
            double mean = on.severity(some.mean[i]);
            double slope = on.slope(mean);
            severity.add(w, mean, some.variance[i] / (slope * slope));
            double level = on.severity(some.level[i]);
            slope = on.slope(level);
            untreated.add(w, level, some.varLevel[i] / (slope * slope));
            double without = some.level[i] + some.deviation[i];
            double b = some.built[i];
            now.addDrop(w, on, without, b * some.benefit[i], b * b * some.varBenefit[i]);
            full.addDrop(w, on, without, some.benefit[i], some.varBenefit[i]);
            double days = belief.grid().lastingDays(some.mechanism[i], belief.treatments());
            lasting.add(w, Math.log(days), 0);
        }
        return new Portrait(
                severity.estimate(),
                untreated.estimate(),
                now.estimate(),
                full.estimate(),
                lasting.ofLogarithms());
    }

    /// Mean and variance of a mixture.
    private static final class Moments {
        private double mean;
        private double square;

        void add(double weight, double value, double variance) {
            mean += weight * value;
            square += weight * (value * value + variance);
        }

        /// A drop from where severity would be without it, in points.
        void addDrop(double weight, Link.Places on, double without, double drop, double variance) {
            double slope = on.slope(on.severity(without - drop / 2));
            double points = on.severity(without) - on.severity(without - drop);
            add(weight, points, variance / (slope * slope));
        }

        Estimate ofLogarithms() {
            Estimate log = estimate();
            return new Estimate(Math.exp(log.mean()), Math.exp(log.mean()) * log.sd());
        }

        Estimate estimate() {
            return new Estimate(mean, Math.sqrt(Math.max(0, square - mean * mean)));
        }
    }
}
