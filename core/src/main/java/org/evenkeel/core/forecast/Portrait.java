package org.evenkeel.core.forecast;

/// What the model believes about one patient, in the words of its parameters.
///
/// @param severity underlying severity now, mean and standard deviation
/// @param untreated the level severity returns to without treatment
/// @param benefitNow points of benefit present now
/// @param benefitFull points of benefit at full build-up
/// @param fadeDays days in which benefit now fades to 37 %, geometric mean and standard deviation,
///     because the beliefs about it have a long tail
public record Portrait(
        Estimate severity,
        Estimate untreated,
        Estimate benefitNow,
        Estimate benefitFull,
        Estimate fadeDays) {

    /// A mean and a standard deviation.
    public record Estimate(double mean, double sd) {}

    static Portrait of(Components belief) {
        double[] w = belief.weights();
        Moments severity = new Moments();
        Moments untreated = new Moments();
        Moments now = new Moments();
        Moments full = new Moments();
        Moments fade = new Moments();
        for (int i = 0; i < belief.size; i++) {
            double b = belief.built[i];
            severity.add(w[i], belief.severityMean(i), belief.severityVar(i));
            untreated.add(w[i], belief.level[i], belief.varLevel[i]);
            now.add(w[i], b * belief.benefit[i], b * b * belief.varBenefit[i]);
            full.add(w[i], belief.benefit[i], belief.varBenefit[i]);
            fade.add(w[i], Math.log(belief.fadeDays(i, belief.treatments())), 0);
        }
        return new Portrait(
                severity.estimate(),
                untreated.estimate(),
                now.estimate(),
                full.estimate(),
                fade.ofLogarithms());
    }

    /// Mean and variance of a mixture.
    private static final class Moments {
        private double mean;
        private double square;

        void add(double weight, double value, double variance) {
            mean += weight * value;
            square += weight * (value * value + variance);
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
