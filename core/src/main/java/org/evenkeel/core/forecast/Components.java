package org.evenkeel.core.forecast;

import org.evenkeel.core.forecast.Link.Places;
import org.evenkeel.core.numerics.Normal;

/// Beliefs about one patient on one day: a mixture of Gaussian components, one for each product of
/// the prior's alternatives.
///
/// The state of a component is (level, deviation, benefit at full work) on the scale of its link;
/// severity is `level + deviation - built * benefit`, where `built` is the share of full benefit
/// present. Under a fading mechanism that share is a number that follows from the days of
/// treatment. Under spells it is 0 or 1: such a component comes as a pair, out of a spell and in
/// one, between which probability flows. The pairs stand behind the fading components.
///
/// The arrays run over the components so that the inner loops stay simple and fast.
final class Components {
    /// Rows of `parameters`.
    static final int DAYS = 0;
    static final int GROWTH = 1;
    /// Build-up of a fading mechanism, chance of a start of spells.
    static final int START = 2;
    static final int SHAPE = 3;
    static final int NOISE_VAR = 4;
    static final int DEVIATION_VAR = 5;
    static final int DEVIATION_DAYS = 6;
    static final int WANDER_VAR = 7;
    static final int BENEFIT_WANDER_VAR = 8;
    private static final int PARAMETERS = 9;

    /// Rows of `state`.
    private static final int STATE = 9;

    /// Chance a day that a spell begins by itself.
    private static final double REMITS_PER_DAY = 1.0 / 700;

    /// Variance of the rounding of a score to a whole number.
    private static final double ROUNDING_VAR = 1.0 / 12;

    final double[][] parameters;
    private final double[][] state;
    final int size;
    /// Where the pairs begin.
    final int firstPair;
    /// Which component of the full product each one is; both of a pair share a number.
    final int[] origin;
    final Places[] link;
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

    private final double[] fadeFactor;
    private final double[] keepFactor;
    private final double[] exponent;
    private int factorDays;
    private int keepDays;
    private int treatments;
    private int daysSinceTreatment;
    private double logLikelihood;

    Components(int size, int firstPair) {
        this.size = size;
        this.firstPair = firstPair;
        parameters = new double[PARAMETERS][size];
        state = new double[STATE][size];
        origin = new int[size];
        link = new Places[size];
        weight = new double[size];
        built = new double[size];
        level = state[0];
        deviation = state[1];
        benefit = state[2];
        varLevel = state[3];
        varDeviation = state[4];
        varBenefit = state[5];
        covLevelDeviation = state[6];
        covLevelBenefit = state[7];
        covDeviationBenefit = state[8];
        fadeFactor = new double[size];
        keepFactor = new double[size];
        exponent = new double[size];
    }

    double noiseVar(int i) {
        return parameters[NOISE_VAR][i];
    }

    double deviationVar(int i) {
        return parameters[DEVIATION_VAR][i];
    }

    double deviationDays(int i) {
        return parameters[DEVIATION_DAYS][i];
    }

    double wanderVarPerDay(int i) {
        return parameters[WANDER_VAR][i];
    }

    /// Chance that a treatment starts a spell, or the share of missing benefit that it adds.
    double start(int i) {
        return parameters[START][i];
    }

    boolean isSpell(int i) {
        return i >= firstPair;
    }

    /// Lets `days` pass.
    void advance(int days) {
        if (days <= 0) {
            return;
        }
        prepareFactors(days);
        double[] deviationVar = parameters[DEVIATION_VAR];
        double[] wanderVar = parameters[WANDER_VAR];
        for (int i = 0; i < size; i++) {
            double keep = keepFactor[i];
            deviation[i] *= keep;
            varLevel[i] += wanderVar[i] * days;
            varDeviation[i] = keep * keep * (varDeviation[i] - deviationVar[i]) + deviationVar[i];
            covLevelDeviation[i] *= keep;
            covDeviationBenefit[i] *= keep;
        }
        for (int i = 0; i < firstPair; i++) {
            built[i] *= fadeFactor[i];
        }
        double begins = begins(days, treatments);
        double ends = 0;
        for (int i = firstPair; i < size; i += 2) {
            if (i == firstPair || !alike(i, i - 2)) {
                ends = 1 - staysWell(i, treatments, daysSinceTreatment, days);
            }
            flow(i, begins, ends);
        }
        daysSinceTreatment += days;
    }

    /// Steps of one length follow each other for long stretches: their factors are kept.
    private void prepareFactors(int days) {
        if (days != keepDays) {
            keepDays = days;
            double[] deviationDays = parameters[DEVIATION_DAYS];
            for (int i = 0; i < size; i++) {
                keepFactor[i] = i > 0 && deviationDays[i] == deviationDays[i - 1]
                        ? keepFactor[i - 1]
                        : Math.exp(-days / deviationDays[i]);
            }
        }
        if (days != factorDays) {
            factorDays = days;
            for (int i = 0; i < firstPair; i++) {
                fadeFactor[i] = i > 0 && alike(i, i - 1)
                        ? fadeFactor[i - 1]
                        : Math.exp(-days / lastingDays(i, treatments));
            }
        }
    }

    /// Whether two components of a kind differ in nothing that passing time asks for.
    boolean alike(int i, int other) {
        return parameters[DAYS][i] == parameters[DAYS][other]
                && parameters[GROWTH][i] == parameters[GROWTH][other]
                && parameters[SHAPE][i] == parameters[SHAPE][other];
    }

    /// Days in which benefit fades to 37 %, or the median of a spell, after so many treatments.
    double lastingDays(int i, int treatments) {
        double growth = treatments > 1 ? parameters[GROWTH][i] * Math.log(treatments) : 0;
        return parameters[DAYS][i] * (1 + growth);
    }

    /// Chance that a spell which has lasted `since` days since the latest treatment lasts `days`
    /// more.
    double staysWell(int i, int treatments, int since, int days) {
        double median = lastingDays(i, treatments);
        double shape = parameters[SHAPE][i];
        return survival(since + days, median, shape) / survival(since, median, shape);
    }

    private static double survival(int days, double median, double shape) {
        return 1 / (1 + Math.pow(days / median, shape));
    }

    /// Chance that somebody out of a spell comes into one by themselves. Who was never treated has
    /// no spells; they get better by their level.
    static double begins(int days, int treatments) {
        return treatments == 0 ? 0 : 1 - Math.exp(-REMITS_PER_DAY * days);
    }

    /// Lets probability flow within a pair; each side takes the moments of what came together.
    private void flow(int out, double begin, double end) {
        int in = out + 1;
        double stayOut = weight[out] * (1 - begin);
        double goIn = weight[out] * begin;
        double goOut = weight[in] * end;
        double stayIn = weight[in] * (1 - end);
        double shareOut = share(goOut, stayOut);
        double shareIn = share(goIn, stayIn);
        merge(out, in, shareOut, shareIn);
        weight[out] = stayOut + goOut;
        weight[in] = stayIn + goIn;
    }

    private static double share(double came, double stayed) {
        return came > 0 ? came / (came + stayed) : 0;
    }

    /// Mixes the two Gaussians of a pair.
    ///
    /// @param fromIn share of the first side's weight that came from the second
    /// @param fromOut share of the second side's weight that came from the first
    private void merge(int out, int in, double fromIn, double fromOut) {
        double dLevel = level[in] - level[out];
        double dDeviation = deviation[in] - deviation[out];
        double dBenefit = benefit[in] - benefit[out];
        double a = fromIn;
        double b = fromOut;
        for (int row = 0; row < STATE; row++) {
            double atOut = state[row][out];
            double difference = state[row][in] - atOut;
            state[row][out] = atOut + a * difference;
            state[row][in] = atOut + (1 - b) * difference;
        }
        spread(out, a * (1 - a), dLevel, dDeviation, dBenefit);
        spread(in, b * (1 - b), dLevel, dDeviation, dBenefit);
    }

    private void spread(int i, double by, double dLevel, double dDeviation, double dBenefit) {
        varLevel[i] += by * dLevel * dLevel;
        varDeviation[i] += by * dDeviation * dDeviation;
        varBenefit[i] += by * dBenefit * dBenefit;
        covLevelDeviation[i] += by * dLevel * dDeviation;
        covLevelBenefit[i] += by * dLevel * dBenefit;
        covDeviationBenefit[i] += by * dDeviation * dBenefit;
    }

    /// One treatment given; what it adds shows from the next day on.
    void treat() {
        treatments++;
        factorDays = 0;
        daysSinceTreatment = 0;
        double[] start = parameters[START];
        double[] wander = parameters[BENEFIT_WANDER_VAR];
        for (int i = 0; i < size; i++) {
            varBenefit[i] += wander[i];
        }
        for (int i = 0; i < firstPair; i++) {
            built[i] += start[i] * (1 - built[i]);
        }
        for (int i = firstPair; i < size; i += 2) {
            flow(i, start[i], 0);
        }
    }

    double severityMean(int i) {
        return level[i] + deviation[i] - built[i] * benefit[i];
    }

    double severityVar(int i) {
        double b = built[i];
        return varLevel[i]
                + varDeviation[i]
                + b * b * varBenefit[i]
                + 2 * (covLevelDeviation[i] - b * (covLevelBenefit[i] + covDeviationBenefit[i]));
    }

    /// Learns from a score. At the ends of the scale only "at or beyond the end" is learned.
    void observe(int score, int minimum, int maximum) {
        double[] noise = parameters[NOISE_VAR];
        int k = score - minimum;
        boolean lowest = score == minimum;
        boolean highest = score == maximum;
        for (int i = 0; i < size; i++) {
            double mean = severityMean(i);
            double variance = severityVar(i) + noise[i];
            if (lowest) {
                observeEnd(i, 1, link[i].above[0] - mean, variance);
            } else if (highest) {
                observeEnd(i, -1, mean - link[i].above[k - 1], variance);
            } else {
                double precision = 1 / variance;
                double miss = link[i].at[k] - mean;
                weight[i] *= link[i].slope[k] * Math.sqrt(precision);
                exponent[i] = -0.5 * miss * miss * precision;
                update(i, miss * precision, precision);
            }
        }
        if (!lowest && !highest) {
            logLikelihood += LN_INVERSE_ROOT_2PI;
        }
        reweigh();
    }

    private static final double LN_INVERSE_ROOT_2PI = -0.5 * Math.log(2 * Math.PI);

    /// The state takes the moments of the normal law cut off at the end of the scale.
    private void observeEnd(int i, int sign, double room, double variance) {
        double sd = Math.sqrt(variance);
        double z = room / sd;
        double ratio = Normal.lowerTailRatio(z);
        exponent[i] = Normal.logCdf(z);
        double left = Math.max(0, 1 - ratio * (z + ratio));
        update(i, -sign * ratio / sd, (1 - left) / variance);
    }

    /// Applies the exponents, the largest of them as 1, so that no surprise is too great.
    private void reweigh() {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            if (weight[i] > 0) {
                top = Math.max(top, exponent[i]);
            }
        }
        for (int i = 0; i < size; i++) {
            weight[i] *= Math.exp(Math.min(0, exponent[i] - top));
        }
        logLikelihood += top;
        normalise();
    }

    /// Makes the weights add up to 1; the log of what they added up to is kept.
    private void normalise() {
        double sum = 0;
        for (double each : weight) {
            sum += each;
        }
        for (int i = 0; i < size; i++) {
            weight[i] /= sum;
        }
        logLikelihood += Math.log(sum);
    }

    /// Moves the state along its covariance with severity.
    ///
    /// @param pull the surprise divided by its variance
    /// @param precision what the covariances shrink by: 1 over the variance of the surprise,
    ///     less where the score tells less than its value
    private void update(int i, double pull, double precision) {
        double b = built[i];
        double withLevel = varLevel[i] + covLevelDeviation[i] - b * covLevelBenefit[i];
        double withDeviation = covLevelDeviation[i] + varDeviation[i] - b * covDeviationBenefit[i];
        double withBenefit = covLevelBenefit[i] + covDeviationBenefit[i] - b * varBenefit[i];
        level[i] += withLevel * pull;
        deviation[i] += withDeviation * pull;
        benefit[i] += withBenefit * pull;
        varLevel[i] -= withLevel * withLevel * precision;
        varDeviation[i] -= withDeviation * withDeviation * precision;
        varBenefit[i] -= withBenefit * withBenefit * precision;
        covLevelDeviation[i] -= withLevel * withDeviation * precision;
        covLevelBenefit[i] -= withLevel * withBenefit * precision;
        covDeviationBenefit[i] -= withDeviation * withBenefit * precision;
    }

    /// Log of the probability of the scores seen so far.
    double logLikelihood() {
        return logLikelihood;
    }

    /// The components that carry the weight, without those below `share` of the total. Pairs stay
    /// together.
    Components heavy(double share) {
        int[] kept = new int[size];
        int count = 0;
        int pairs = 0;
        for (int i = 0; i < size; i++) {
            boolean pair = isSpell(i);
            double carried = pair ? weight[i] + weight[partnerOf(i)] : weight[i];
            if (carried >= share) {
                kept[count++] = i;
                pairs += pair ? 1 : 0;
            }
        }
        Components heavy = new Components(count, count - pairs);
        double sum = 0;
        for (int to = 0; to < count; to++) {
            heavy.take(to, this, kept[to]);
            sum += heavy.weight[to];
        }
        for (int to = 0; to < count; to++) {
            heavy.weight[to] /= sum;
        }
        heavy.treatments = treatments;
        heavy.daysSinceTreatment = daysSinceTreatment;
        heavy.logLikelihood = logLikelihood + Math.log(sum);
        return heavy;
    }

    private int partnerOf(int i) {
        return (i - firstPair) % 2 == 0 ? i + 1 : i - 1;
    }

    /// An independent copy.
    Components copy() {
        return heavy(0);
    }

    private void take(int to, Components other, int from) {
        for (int row = 0; row < PARAMETERS; row++) {
            parameters[row][to] = other.parameters[row][from];
        }
        for (int row = 0; row < STATE; row++) {
            state[row][to] = other.state[row][from];
        }
        origin[to] = other.origin[from];
        link[to] = other.link[from];
        weight[to] = other.weight[from];
        built[to] = other.built[from];
    }

    int treatments() {
        return treatments;
    }

    int daysSinceTreatment() {
        return daysSinceTreatment;
    }
}
