package org.evenkeel.core.forecast;

import org.evenkeel.core.numerics.Normal;

import java.util.List;

/// Beliefs about one patient on one day: a mixture with one Gaussian component for each point of
/// the grid over the non-linear parameters.
///
/// The state of a component is (level, deviation, benefit at full build-up); severity is
/// `level + deviation - built * benefit`, where `built` is the share of full benefit present. The
/// arrays run over the grid so that the inner loops stay simple and fast.
final class Components {
    final int size;
    final double[] fadeDays;
    final double[] growth;
    final double[] buildUp;
    final double[] noiseVar;
    final double[] deviationVar;
    final double[] logWeight;
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
    private final double wanderVarPerDay;
    private final double deviationDays;
    private final double benefitWanderVar;
    private final double[] fadeFactor;
    private int fadeFactorDays;
    private int treatments;

    private Components(int size, int treatments, Prior prior) {
        this.size = size;
        fadeDays = new double[size];
        growth = new double[size];
        buildUp = new double[size];
        noiseVar = new double[size];
        deviationVar = new double[size];
        logWeight = new double[size];
        built = new double[size];
        level = new double[size];
        deviation = new double[size];
        benefit = new double[size];
        varLevel = new double[size];
        varDeviation = new double[size];
        varBenefit = new double[size];
        covLevelDeviation = new double[size];
        covLevelBenefit = new double[size];
        covDeviationBenefit = new double[size];
        fadeFactor = new double[size];
        wanderVarPerDay = prior.wanderPerRootDay() * prior.wanderPerRootDay();
        deviationDays = prior.deviation().days();
        benefitWanderVar =
                prior.benefit().wanderPerTreatment() * prior.benefit().wanderPerTreatment();
        this.treatments = treatments;
    }

    /// The beliefs before any score or treatment.
    static Components before(Prior prior) {
        int size = prior.fadeDays().size()
                * prior.growth().size()
                * prior.buildUp().size()
                * prior.noise().size()
                * prior.deviation().sds().size();
        Components all = new Components(size, 0, prior);
        int i = 0;
        for (Prior.Weighted fade : prior.fadeDays()) {
            for (Prior.Weighted growth : prior.growth()) {
                for (Prior.Weighted build : prior.buildUp()) {
                    i = all.fill(i, List.of(fade, growth, build), prior);
                }
            }
        }
        return all;
    }

    private int fill(int from, List<Prior.Weighted> kernel, Prior prior) {
        int i = from;
        double kernelWeight =
                kernel.get(0).weight() * kernel.get(1).weight() * kernel.get(2).weight();
        for (Prior.Weighted noise : prior.noise()) {
            for (Prior.Weighted spread : prior.deviation().sds()) {
                fadeDays[i] = kernel.get(0).value();
                growth[i] = kernel.get(1).value();
                buildUp[i] = kernel.get(2).value();
                noiseVar[i] = noise.value() * noise.value() + ROUNDING_VAR;
                deviationVar[i] = spread.value() * spread.value();
                logWeight[i] = Math.log(kernelWeight * noise.weight() * spread.weight());
                start(i, prior);
                i++;
            }
        }
        return i;
    }

    /// Variance of the rounding of a score to a whole number.
    private static final double ROUNDING_VAR = 1.0 / 12;

    private void start(int i, Prior prior) {
        double levelVar = prior.level().sd() * prior.level().sd();
        double slope = prior.benefit().perLevel();
        level[i] = prior.level().mean();
        benefit[i] = prior.benefit().mean();
        varLevel[i] = levelVar;
        varDeviation[i] = deviationVar[i];
        varBenefit[i] = prior.benefit().sd() * prior.benefit().sd() + slope * slope * levelVar;
        covLevelBenefit[i] = slope * levelVar;
    }

    /// Lets `days` pass.
    void advance(int days) {
        if (days <= 0) {
            return;
        }
        prepareFade(days);
        double keep = Math.exp(-days / deviationDays);
        for (int i = 0; i < size; i++) {
            built[i] *= fadeFactor[i];
            deviation[i] *= keep;
            varLevel[i] += wanderVarPerDay * days;
            varDeviation[i] = keep * keep * varDeviation[i] + (1 - keep * keep) * deviationVar[i];
            covLevelDeviation[i] *= keep;
            covDeviationBenefit[i] *= keep;
        }
    }

    /// Steps of one length follow each other for long stretches: their factors are kept.
    private void prepareFade(int days) {
        if (days == fadeFactorDays) {
            return;
        }
        fadeFactorDays = days;
        for (int i = 0; i < size; i++) {
            fadeFactor[i] = Math.exp(-days / fadeDays(i, treatments));
        }
    }

    /// Days in which benefit fades to 37 % after so many treatments.
    double fadeDays(int i, int treatments) {
        return fadeDays[i] * (1 + growth[i] * (treatments > 1 ? Math.log(treatments) : 0));
    }

    /// One treatment given; what it adds shows from the next day on.
    void treat() {
        treatments++;
        fadeFactorDays = 0;
        for (int i = 0; i < size; i++) {
            built[i] += buildUp[i] * (1 - built[i]);
            varBenefit[i] += benefitWanderVar;
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
                + 2 * (covLevelDeviation[i] - b * covLevelBenefit[i] - b * covDeviationBenefit[i]);
    }

    /// Learns from a score. At the ends of the scale only "at or beyond the end" is learned.
    void observe(int score, int minimum, int maximum) {
        for (int i = 0; i < size; i++) {
            double mean = severityMean(i);
            double variance = severityVar(i) + noiseVar[i];
            if (score == minimum || score == maximum) {
                observeEnd(i, score, score == minimum, variance, mean);
            } else {
                double miss = score - mean;
                logWeight[i] += -0.5 * (miss * miss / variance + Math.log(variance)) - LN_ROOT_2PI;
                update(i, miss, variance, 0);
            }
        }
    }

    private static final double LN_ROOT_2PI = 0.5 * Math.log(2 * Math.PI);

    private void observeEnd(int i, int score, boolean atMinimum, double variance, double mean) {
        double sign = atMinimum ? 1 : -1;
        double sd = Math.sqrt(variance);
        double z = sign * (score + sign * 0.5 - mean) / sd;
        double ratio = Normal.lowerTailRatio(z);
        logWeight[i] += Normal.logCdf(z);
        double left = Math.max(0, 1 - ratio * (z + ratio));
        update(i, -sign * sd * ratio, variance, left * variance);
    }

    /// Moves the state by the gain times `miss`; `left` is the variance the observed quantity
    /// keeps.
    private void update(int i, double miss, double variance, double left) {
        double b = built[i];
        double withLevel = varLevel[i] + covLevelDeviation[i] - b * covLevelBenefit[i];
        double withDeviation = covLevelDeviation[i] + varDeviation[i] - b * covDeviationBenefit[i];
        double withBenefit = covLevelBenefit[i] + covDeviationBenefit[i] - b * varBenefit[i];
        double perPoint = miss / variance;
        double shrink = (variance - left) / (variance * variance);
        level[i] += withLevel * perPoint;
        deviation[i] += withDeviation * perPoint;
        benefit[i] += withBenefit * perPoint;
        varLevel[i] -= withLevel * withLevel * shrink;
        varDeviation[i] -= withDeviation * withDeviation * shrink;
        varBenefit[i] -= withBenefit * withBenefit * shrink;
        covLevelDeviation[i] -= withLevel * withDeviation * shrink;
        covLevelBenefit[i] -= withLevel * withBenefit * shrink;
        covDeviationBenefit[i] -= withDeviation * withBenefit * shrink;
    }

    /// Normalised weights.
    double[] weights() {
        double top = Double.NEGATIVE_INFINITY;
        for (double each : logWeight) {
            top = Math.max(top, each);
        }
        double sum = 0;
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = Math.exp(logWeight[i] - top);
            sum += weights[i];
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /// The components that carry the weight, without those below `share` of the total.
    Components heavy(Prior prior, double share) {
        double[] weights = weights();
        int kept = 0;
        for (double weight : weights) {
            if (weight >= share) {
                kept++;
            }
        }
        Components heavy = new Components(kept, treatments, prior);
        int to = 0;
        for (int i = 0; i < size; i++) {
            if (weights[i] >= share) {
                heavy.take(to++, this, i);
            }
        }
        return heavy;
    }

    /// An independent copy.
    Components copy(Prior prior) {
        Components copy = new Components(size, treatments, prior);
        for (int i = 0; i < size; i++) {
            copy.take(i, this, i);
        }
        return copy;
    }

    private void take(int to, Components other, int from) {
        fadeDays[to] = other.fadeDays[from];
        growth[to] = other.growth[from];
        buildUp[to] = other.buildUp[from];
        noiseVar[to] = other.noiseVar[from];
        deviationVar[to] = other.deviationVar[from];
        logWeight[to] = other.logWeight[from];
        built[to] = other.built[from];
        level[to] = other.level[from];
        deviation[to] = other.deviation[from];
        benefit[to] = other.benefit[from];
        varLevel[to] = other.varLevel[from];
        varDeviation[to] = other.varDeviation[from];
        varBenefit[to] = other.varBenefit[from];
        covLevelDeviation[to] = other.covLevelDeviation[from];
        covLevelBenefit[to] = other.covLevelBenefit[from];
        covDeviationBenefit[to] = other.covDeviationBenefit[from];
    }

    int treatments() {
        return treatments;
    }

    double wanderVarPerDay() {
        return wanderVarPerDay;
    }

    double deviationDays() {
        return deviationDays;
    }

    double benefitWanderVar() {
        return benefitWanderVar;
    }
}
