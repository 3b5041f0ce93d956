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
    /// Figures of the state: level, deviation and benefit.
    static final int STATE = 3;
    /// Their variances and covariances, and of which two each is.
    static final int COVARIANCES = 6;
    static final int[] FIRST = {0, 1, 2, 0, 0, 1};
    static final int[] SECOND = {0, 1, 2, 1, 2, 2};

    private static final int ROWS = 24;
    private static final int STATE_ROW = 2;
    private static final int COVARIANCE_ROW = STATE_ROW + STATE;
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

    /// Covariance of severity with level, deviation and benefit.
    private final double[][] with;
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
        with = new double[][] {rows[row++], rows[row++], rows[row++]};
        pull = rows[row++];
        precision = rows[row++];
        factor = rows[row];
    }

    int size() {
        return size;
    }

    /// The means of level, deviation or benefit, 0 to 2.
    double[] state(int figure) {
        return rows[STATE_ROW + figure];
    }

    /// The covariances of [#FIRST] and [#SECOND], 0 to 5.
    double[] covariance(int pair) {
        return rows[COVARIANCE_ROW + pair];
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
            keep(rows[row], indices, count);
        }
        for (int to = 0; to < count; to++) {
            mechanism[to] = mechanism[indices[to]];
            fluctuation[to] = fluctuation[indices[to]];
            link[to] = link[indices[to]];
        }
        size = count;
    }

    private static void keep(double[] values, int[] indices, int count) {
        for (int to = 0; to < count; to++) {
            values[to] = values[indices[to]];
        }
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
        double[] withLevel = with[0];
        double[] withDeviation = with[1];
        double[] withBenefit = with[2];
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

    /// The weight of severities above a line, after [#lookAtSeverity].
    ///
    /// @param line where it is, for each link
    double shareAbove(double[] line) {
        pick(factor, line, link);
        for (int i = 0; i < size; i++) {
            factor[i] = (mean[i] - factor[i]) / Math.sqrt(variance[i]);
        }
        Normal.cdf(factor, 0, size);
        double share = 0;
        for (int i = 0; i < size; i++) {
            share += weight[i] * factor[i];
        }
        return share;
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
        for (int figure = 0; figure < STATE; figure++) {
            move(state(figure), with[figure]);
        }
        for (int pair = 0; pair < COVARIANCES; pair++) {
            shrink(covariance(pair), with[FIRST[pair]], with[SECOND[pair]]);
        }
    }

    private void move(double[] means, double[] along) {
        for (int i = 0; i < size; i++) {
            means[i] += along[i] * pull[i];
        }
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
