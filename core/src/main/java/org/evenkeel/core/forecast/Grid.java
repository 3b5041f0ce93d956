package org.evenkeel.core.forecast;

import org.evenkeel.core.forecast.Link.Places;
import org.evenkeel.core.instrument.Instrument;

import java.util.Arrays;
import java.util.List;

/// Turns a prior's alternatives into the components that stand for their products, before any
/// score or treatment.
final class Grid {
    private final Prior prior;
    /// One for each of the prior's links, in their order.
    private final List<Places> places;
    private final Components all;

    private Grid(Prior prior, Instrument instrument) {
        this.prior = prior;
        places = prior.links().stream()
                .map(each -> each.link().places(instrument.minimum(), instrument.maximum()))
                .toList();
        int others = prior.fluctuations().size() * prior.links().size();
        int fading = only(Prior.Fading.class).size();
        int spells = prior.mechanisms().size() - fading;
        all = new Components((fading + 2 * spells) * others, fading * others);
    }

    private List<Prior.Mechanism> only(Class<? extends Prior.Mechanism> kind) {
        return prior.mechanisms().stream().filter(kind::isInstance).toList();
    }

    /// The beliefs before any score or treatment.
    static Components before(Prior prior, Instrument instrument) {
        Grid grid = new Grid(prior, instrument);
        int fading = 0;
        int pair = grid.all.firstPair;
        for (int m = 0; m < prior.mechanisms().size(); m++) {
            for (int f = 0; f < prior.fluctuations().size(); f++) {
                for (int l = 0; l < prior.links().size(); l++) {
                    if (prior.mechanisms().get(m) instanceof Prior.Fading) {
                        grid.fill(fading++, m, f, l);
                    } else {
                        grid.fill(pair, m, f, l);
                        grid.fill(pair + 1, m, f, l);
                        // Nobody begins within a spell.
                        grid.all.weight[pair + 1] = 0;
                        grid.all.built[pair + 1] = 1;
                        pair += 2;
                    }
                }
            }
        }
        double sum = Arrays.stream(grid.all.weight).sum();
        for (int i = 0; i < grid.all.size; i++) {
            grid.all.weight[i] /= sum;
        }
        return grid.all;
    }

    private void fill(int i, int m, int f, int l) {
        Prior.Mechanism mechanism = prior.mechanisms().get(m);
        Prior.Fluctuation around = prior.fluctuations().get(f);
        Prior.Linked linked = prior.links().get(l);
        all.origin[i] = (m * prior.fluctuations().size() + f) * prior.links().size() + l;
        all.weight[i] = mechanism.weight() * around.weight() * linked.weight();
        lasting(i, mechanism);
        around(i, around);
        start(i, places.get(l));
    }

    private void lasting(int i, Prior.Mechanism mechanism) {
        double[][] parameters = all.parameters;
        switch (mechanism) {
            case Prior.Fading fading -> {
                parameters[Components.DAYS][i] = fading.days();
                parameters[Components.GROWTH][i] = fading.growth();
                parameters[Components.START][i] = fading.buildUp();
            }
            case Prior.Spells spells -> {
                parameters[Components.DAYS][i] = spells.days();
                parameters[Components.GROWTH][i] = spells.growth();
                parameters[Components.START][i] = spells.start();
                parameters[Components.SHAPE][i] = spells.shape();
            }
        }
    }

    /// Variance of the rounding of a score to a whole number.
    private static final double ROUNDING_VAR = 1.0 / 12;

    private void around(int i, Prior.Fluctuation around) {
        double[][] parameters = all.parameters;
        parameters[Components.NOISE_VAR][i] = around.noise() * around.noise() + ROUNDING_VAR;
        parameters[Components.DEVIATION_VAR][i] = around.deviation() * around.deviation();
        parameters[Components.DEVIATION_DAYS][i] = around.deviationDays();
        parameters[Components.WANDER_VAR][i] =
                around.wanderPerRootDay() * around.wanderPerRootDay();
    }

    /// Figures of the prior are in points; on a link's scale they take its steepness there.
    private void start(int i, Places on) {
        Prior.Level level = prior.level();
        Prior.Benefit benefit = prior.benefit();
        double steepness = on.slope(level.mean());
        double steepnessWell = on.slope(level.mean() - benefit.mean() / 2);
        double benefitSd = benefit.sd() * steepnessWell;
        double perLevel = benefit.perLevel();
        double wander = benefit.wanderPerTreatment() * steepnessWell;
        all.link[i] = on;
        all.parameters[Components.BENEFIT_WANDER_VAR][i] = wander * wander;
        all.level[i] = on.place(level.mean());
        all.deviation[i] = level.entryExcess() * steepness;
        all.benefit[i] = on.place(level.mean()) - on.place(level.mean() - benefit.mean());
        all.varLevel[i] = level.sd() * level.sd() * steepness * steepness;
        all.varDeviation[i] = all.parameters[Components.DEVIATION_VAR][i];
        all.varBenefit[i] = benefitSd * benefitSd + perLevel * perLevel * all.varLevel[i];
        all.covLevelBenefit[i] = perLevel * all.varLevel[i];
    }
}
