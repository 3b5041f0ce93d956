package org.evenkeel.core.forecast;

import org.evenkeel.core.forecast.Link.Places;
import org.evenkeel.core.instrument.Instrument;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A prior's alternatives as tables, and their products as beliefs before any score or treatment.
final class Grid {
    /// Chance a day that a spell begins by itself.
    static final double REMITS_PER_DAY = 1.0 / 700;

    /// Variance of the rounding of a score to a whole number.
    private static final double ROUNDING_VAR = 1.0 / 12;

    private final Prior prior;
    private final Instrument instrument;
    /// One for each of the prior's links, in their order.
    private final Places[] places;
    /// For each mechanism: days it lasts, how that grows, its shape, and the chance that a
    /// treatment starts a spell or the share of missing benefit that it adds.
    private final double[] days;
    private final double[] growth;
    private final double[] shape;
    private final double[] start;
    /// For each pattern of fluctuation: days in which a deviation fades to 37 %.
    private final double[] deviationDays;

    Grid(Prior prior, Instrument instrument) {
        this.prior = prior;
        this.instrument = instrument;
        places = prior.links().stream()
                .map(each -> each.link().places(instrument.minimum(), instrument.maximum()))
                .toArray(Places[]::new);
        deviationDays = prior.fluctuations().stream()
                .mapToDouble(Prior.Fluctuation::deviationDays)
                .toArray();
        int mechanisms = prior.mechanisms().size();
        days = new double[mechanisms];
        growth = new double[mechanisms];
        shape = new double[mechanisms];
        start = new double[mechanisms];
        for (int m = 0; m < mechanisms; m++) {
            lasting(m, prior.mechanisms().get(m));
        }
    }

    private void lasting(int m, Prior.Mechanism mechanism) {
        switch (mechanism) {
            case Prior.Fading fading -> {
                days[m] = fading.days();
                growth[m] = fading.growth();
                start[m] = fading.buildUp();
            }
            case Prior.Spells spells -> {
                days[m] = spells.days();
                growth[m] = spells.growth();
                start[m] = spells.start();
                shape[m] = spells.shape();
            }
        }
    }

    int mechanisms() {
        return days.length;
    }

    int fluctuations() {
        return deviationDays.length;
    }

    Instrument instrument() {
        return instrument;
    }

    Places places(int link) {
        return places[link];
    }

    int links() {
        return places.length;
    }

    boolean isSpell(int mechanism) {
        return shape[mechanism] > 0;
    }

    /// The chance that a treatment starts a spell, or the share of missing benefit that it adds,
    /// for each mechanism.
    double[] start() {
        return start;
    }

    /// Days in which benefit fades to 37 %, or the median of a spell, after so many treatments.
    double lastingDays(int mechanism, int treatments) {
        return days[mechanism] * (1 + growth[mechanism] * logOf(treatments));
    }

    private static double logOf(int treatments) {
        return treatments < LOGS.length ? LOGS[treatments] : Math.log(treatments);
    }

    /// Logarithms of small numbers of treatments; none counts as one.
    private static final double[] LOGS =
            IntStream.range(0, 128).mapToDouble(n -> Math.log(Math.max(1, n))).toArray();

    /// What passing days do under each mechanism: what remains of benefit, or the chance that a
    /// spell ends which has lasted so long since the latest treatment.
    void passing(int treatments, double since, double days, double[] passing) {
        for (int m = 0; m < passing.length; m++) {
            passing[m] = passing(m, treatments, since, days);
        }
    }

    /// The same under one mechanism.
    double passing(int mechanism, int treatments, double since, double days) {
        double lasting = lastingDays(mechanism, treatments);
        if (!isSpell(mechanism)) {
            return Math.exp(-days / lasting);
        }
        double over = 1 + odds(mechanism, since + days, lasting);
        return 1 - (1 + odds(mechanism, since, lasting)) / over;
    }

    /// Odds that a spell, whose length is log-logistic, is over by some days.
    double odds(int mechanism, double days, double median) {
        // Quicker than a power, and as good.
        return days == 0 ? 0 : Math.exp(shape[mechanism] * Math.log(days / median));
    }

    /// Chance that somebody out of a spell comes into one by themselves. Who was never treated has
    /// no spells; they get better by their level.
    static double begins(double days, int treatments) {
        return treatments == 0 ? 0 : 1 - Math.exp(-REMITS_PER_DAY * days);
    }

    /// What remains of a deviation after some days, for each pattern of fluctuation.
    void keeps(double days, double[] keeps) {
        for (int f = 0; f < keeps.length; f++) {
            keeps[f] = Math.exp(-days / deviationDays[f]);
        }
    }

    double deviationDays(int fluctuation) {
        return deviationDays[fluctuation];
    }

    /// The beliefs before any score or treatment.
    static Components before(Prior prior, Instrument instrument) {
        return new Grid(prior, instrument).before();
    }

    private Components before() {
        int fadings = (int) prior.mechanisms().stream()
                .filter(Prior.Fading.class::isInstance)
                .count();
        int others = prior.fluctuations().size() * prior.links().size();
        Gaussians fading = new Gaussians(fadings * others);
        Gaussians out = new Gaussians((mechanisms() - fadings) * others);
        int atFading = 0;
        int atOut = 0;
        for (int m = 0; m < mechanisms(); m++) {
            if (isSpell(m)) {
                atOut = fill(out, atOut, m);
            } else {
                atFading = fill(fading, atFading, m);
            }
        }
        double sum = fading.totalWeight() + out.totalWeight();
        fading.scaleWeights(1 / sum);
        out.scaleWeights(1 / sum);
        // Nobody begins within a spell.
        Gaussians in = out.copy();
        Arrays.fill(in.weight, 0);
        Arrays.fill(in.built, 1);
        return new Components(this, fading, out, in);
    }

    /// All products of a mechanism, from an index on; answers the index after them.
    private int fill(Gaussians some, int from, int mechanism) {
        double believed = prior.mechanisms().get(mechanism).weight();
        List<Prior.Fluctuation> fluctuations = prior.fluctuations();
        int i = from;
        for (int f = 0; f < fluctuations.size(); f++) {
            Prior.Fluctuation around = fluctuations.get(f);
            for (int l = 0; l < places.length; l++) {
                some.mechanism[i] = mechanism;
                some.fluctuation[i] = f;
                some.link[i] = l;
                some.weight[i] =
                        believed * around.weight() * prior.links().get(l).weight();
                around(some, i, around);
                start(some, i, places[l]);
                i++;
            }
        }
        return i;
    }

    private static void around(Gaussians some, int i, Prior.Fluctuation around) {
        some.noiseVar[i] = around.noise() * around.noise() + ROUNDING_VAR;
        some.deviationVar[i] = around.deviation() * around.deviation();
        some.wanderVar[i] = around.wanderPerRootDay() * around.wanderPerRootDay();
    }

    /// Figures of the prior are in points; on a link's scale they take its steepness there.
    private void start(Gaussians some, int i, Places on) {
        Prior.Level level = prior.level();
        Prior.Benefit benefit = prior.benefit();
        double steepness = on.slope(level.mean());
        double steepnessWell = on.slope(level.mean() - benefit.mean() / 2);
        double benefitSd = benefit.sd() * steepnessWell;
        double perLevel = benefit.perLevel();
        double wander = benefit.wanderPerTreatment() * steepnessWell;
        some.benefitWanderVar[i] = wander * wander;
        some.level[i] = on.place(level.mean());
        some.deviation[i] = level.entryExcess() * steepness;
        some.benefit[i] = on.place(level.mean()) - on.place(level.mean() - benefit.mean());
        some.varLevel[i] = level.sd() * level.sd() * steepness * steepness;
        some.varDeviation[i] = some.deviationVar[i];
        some.varBenefit[i] = benefitSd * benefitSd + perLevel * perLevel * some.varLevel[i];
        some.covLevelBenefit[i] = perLevel * some.varLevel[i];
    }
}
