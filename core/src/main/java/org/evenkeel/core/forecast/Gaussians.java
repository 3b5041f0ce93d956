package org.evenkeel.core.forecast;

import org.evenkeel.core.numerics.Exponential;
import org.evenkeel.core.numerics.Normal;

/// Gaussian beliefs about one patient side by side, one for each product of alternatives.
///
/// The state of each is (level, deviation, benefit at full work) on the scale of its link;
/// severity is `level + deviation - built * benefit`, where `built` is the share of full benefit
/// present.
///
/// Every array runs over the products, and the loops over them hold no branch and no call: the
/// JVM then works on several products at a time. Only the first `size` entries count.
final class Gaussians {
    private static final int ROWS = 24;
    /// Rows from here on are figures on their way within one call.
    private static final int KEPT = 15;

    private final double[][] rows;
    private int size;
    /// Which alternative of each kind, as the grid counts them.
    final int[] mechanism;
    final int[] fluctuation;
    final int[] link;
    final double[] weight;
    final double[] built;
    final double[] level;
    final double[] deviation;
    final double[] benefit;
    final double[] varLevel;
    final double[] varDeviation;
    final double[] varBenefit;
    final double[] covLevelDeviation;
    final double[] covLevelBenefit;
    final double[] covDeviationBenefit;
    final double[] noiseVar;
    final double[] deviationVar;
    final double[] wanderVar;
    final double[] benefitWanderVar;

    /// Mean and variance of severity, after [#lookAtSeverity].
    final double[] mean;
    final double[] variance;
    /// What the latest score makes of the weights, as a logarithm.
    final double[] exponent;

    private final double[] withLevel;
    private final double[] withDeviation;
    private final double[] withBenefit;
    /// The surprise of a score divided by its variance.
    private final double[] pull;
    /// What covariances shrink by: 1 over the variance of the surprise, less where the score
    /// tells less than its value.
    private final double[] precision;
    private final double[] factor;

    Gaussians(int room) {
        rows = new double[ROWS][room];
        mechanism = new int[room];
        fluctuation = new int[room];
        link = new int[room];
        size = room;
        int row = 0;
        weight = rows[row++];
        built = rows[row++];
        level = rows[row++];
        deviation = rows[row++];
        benefit = rows[row++];
        varLevel = rows[row++];
        varDeviation = rows[row++];
        varBenefit = rows[row++];
        covLevelDeviation = rows[row++];
        covLevelBenefit = rows[row++];
        covDeviationBenefit = rows[row++];
        noiseVar = rows[row++];
        deviationVar = rows[row++];
        wanderVar = rows[row++];
        benefitWanderVar = rows[row++];
        mean = rows[row++];
        variance = rows[row++];
        exponent = rows[row++];
        withLevel = rows[row++];
        withDeviation = rows[row++];
        withBenefit = rows[row++];
        pull = rows[row++];
        precision = rows[row++];
        factor = rows[row];
    }

    int size() {
        return size;
    }

    /// An independent copy.
    Gaussians copy() {
        Gaussians copy = new Gaussians(size);
        for (int row = 0; row < KEPT; row++) {
            System.arraycopy(rows[row], 0, copy.rows[row], 0, size);
        }
        System.arraycopy(mechanism, 0, copy.mechanism, 0, size);
        System.arraycopy(fluctuation, 0, copy.fluctuation, 0, size);
        System.arraycopy(link, 0, copy.link, 0, size);
        return copy;
    }

    /// Keeps only those at the first `count` of some ascending indices.
    void keep(int[] indices, int count) {
        if (count == size) {
            return;
        }
        for (int row = 0; row < KEPT; row++) {
            double[] values = rows[row];
            for (int to = 0; to < count; to++) {
                values[to] = values[indices[to]];
            }
        }
        for (int to = 0; to < count; to++) {
            mechanism[to] = mechanism[indices[to]];
            fluctuation[to] = fluctuation[indices[to]];
            link[to] = link[indices[to]];
        }
        size = count;
    }

    /// Makes `to[i]` what `by` says of the alternative that `of[i]` names.
    void pick(double[] to, double[] by, int[] of) {
        for (int i = 0; i < size; i++) {
            to[i] = by[of[i]];
        }
    }

    /// Lets days pass for level and deviation.
    ///
    /// @param keeps what remains of a deviation, for each pattern of fluctuation
    void wander(double[] keeps, double days) {
        pick(factor, keeps, fluctuation);
        for (int i = 0; i < size; i++) {
            double keep = factor[i];
            deviation[i] *= keep;
            varLevel[i] += wanderVar[i] * days;
            varDeviation[i] = keep * keep * (varDeviation[i] - deviationVar[i]) + deviationVar[i];
            covLevelDeviation[i] *= keep;
            covDeviationBenefit[i] *= keep;
        }
    }

    /// Lets benefit fade.
    ///
    /// @param remains what remains of it, for each mechanism
    void fade(double[] remains) {
        pick(factor, remains, mechanism);
        for (int i = 0; i < size; i++) {
            built[i] *= factor[i];
        }
    }

    /// Adds a share of what is missing of benefit.
    ///
    /// @param shares for each mechanism
    void build(double[] shares) {
        pick(factor, shares, mechanism);
        for (int i = 0; i < size; i++) {
            built[i] += factor[i] * (1 - built[i]);
        }
    }

    /// A treatment changes what full benefit would be.
    void shakeBenefit() {
        for (int i = 0; i < size; i++) {
            varBenefit[i] += benefitWanderVar[i];
        }
    }

    /// Works out the mean and variance of severity and its covariance with the state.
    void lookAtSeverity() {
        for (int i = 0; i < size; i++) {
            double b = built[i];
            double l = varLevel[i] + covLevelDeviation[i] - b * covLevelBenefit[i];
            double d = covLevelDeviation[i] + varDeviation[i] - b * covDeviationBenefit[i];
            double f = covLevelBenefit[i] + covDeviationBenefit[i] - b * varBenefit[i];
            withLevel[i] = l;
            withDeviation[i] = d;
            withBenefit[i] = f;
            mean[i] = level[i] + deviation[i] - b * benefit[i];
            variance[i] = l + d - b * f;
        }
    }

    /// Weighs a score within the scale, after [#lookAtSeverity].
    ///
    /// @param place where the score lies, for each link
    /// @param slope how steep the link is there
    void meet(double[] place, double[] slope) {
        pick(exponent, place, link);
        pick(factor, slope, link);
        for (int i = 0; i < size; i++) {
            double sharp = 1 / (variance[i] + noiseVar[i]);
            double miss = exponent[i] - mean[i];
            weight[i] *= factor[i] * Math.sqrt(sharp);
            exponent[i] = -0.5 * miss * miss * sharp;
            pull[i] = miss * sharp;
            precision[i] = sharp;
        }
    }

    /// Weighs a score at an end of the scale, which says only "at or beyond", after
    /// [#lookAtSeverity]: the state takes the moments of the normal law cut off there.
    ///
    /// @param sign 1 at the low end, -1 at the high end
    /// @param edge where the score's unit ends, for each link
    void meetEnd(int sign, double[] edge) {
        for (int i = 0; i < size; i++) {
            double all = variance[i] + noiseVar[i];
            double sd = Math.sqrt(all);
            double z = sign * (edge[link[i]] - mean[i]) / sd;
            double ratio = Normal.lowerTailRatio(z);
            double left = Math.max(0, 1 - ratio * (z + ratio));
            exponent[i] = Normal.logCdf(z);
            pull[i] = -sign * ratio / sd;
            precision[i] = (1 - left) / all;
        }
    }

    /// Moves the state along its covariance with severity.
    void learn() {
        for (int i = 0; i < size; i++) {
            level[i] += withLevel[i] * pull[i];
            deviation[i] += withDeviation[i] * pull[i];
            benefit[i] += withBenefit[i] * pull[i];
        }
        shrink(varLevel, withLevel, withLevel);
        shrink(varDeviation, withDeviation, withDeviation);
        shrink(varBenefit, withBenefit, withBenefit);
        shrink(covLevelDeviation, withLevel, withDeviation);
        shrink(covLevelBenefit, withLevel, withBenefit);
        shrink(covDeviationBenefit, withDeviation, withBenefit);
    }

    private void shrink(double[] covariance, double[] a, double[] b) {
        for (int i = 0; i < size; i++) {
            covariance[i] -= a[i] * b[i] * precision[i];
        }
    }

    /// The largest exponent of those with weight.
    double topExponent() {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            if (exponent[i] > top && weight[i] > 0) {
                top = exponent[i];
            }
        }
        return top;
    }

    /// Multiplies the weights by the exponentials of the exponents less the largest of all.
    void applyExponents(double top) {
        for (int i = 0; i < size; i++) {
            exponent[i] = Math.min(0, exponent[i] - top);
        }
        Exponential.ofNegative(exponent, size);
        for (int i = 0; i < size; i++) {
            weight[i] *= exponent[i];
        }
    }

    void scaleWeights(double by) {
        for (int i = 0; i < size; i++) {
            weight[i] *= by;
        }
    }

    double totalWeight() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight[i];
        }
        return sum;
    }
}
