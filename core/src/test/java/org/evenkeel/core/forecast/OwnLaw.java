package org.evenkeel.core.forecast;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.InstrumentId;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Patients drawn from the prior itself and lived by the model's own equations, written here a
/// second time day by day: where the filter is right, what it says of them is calibrated exactly.
final class OwnLaw {
    private final Prior prior;
    private final RandomGenerator random;
    private final double fadeDays;
    private final double growth;
    private final double buildUp;
    private final double noiseSd;
    private final double deviationSd;
    private double level;
    private double deviation;
    private double benefit;
    private double built;
    private int treatments;

    OwnLaw(Prior prior, RandomGenerator random) {
        this.prior = prior;
        this.random = random;
        fadeDays = pick(prior.fadeDays());
        growth = pick(prior.growth());
        buildUp = pick(prior.buildUp());
        noiseSd = pick(prior.noise());
        deviationSd = pick(prior.deviation().sds());
        level = prior.level().mean() + prior.level().sd() * random.nextGaussian();
        deviation = deviationSd * random.nextGaussian();
        benefit = prior.benefit().mean()
                + prior.benefit().perLevel() * (level - prior.level().mean())
                + prior.benefit().sd() * random.nextGaussian();
    }

    private double pick(List<Prior.Weighted> values) {
        double total = values.stream().mapToDouble(Prior.Weighted::weight).sum();
        double at = random.nextDouble() * total;
        for (Prior.Weighted each : values) {
            at -= each.weight();
            if (at <= 0) {
                return each.value();
            }
        }
        return values.getLast().value();
    }

    /// A course of `days` days and the true severity on each of them.
    record Lived(Course course, double[] severity) {}

    Lived live(int days, int ratingEvery, List<Integer> treatmentDays) {
        List<Rating> ratings = new ArrayList<>();
        List<Administration> given = new ArrayList<>();
        double[] severity = new double[days];
        for (int day = 0; day < days; day++) {
            severity[day] = level + deviation - built * benefit;
            if (day % ratingEvery == 0) {
                ratings.add(Rating.of(day, score(severity[day])));
            }
            if (treatmentDays.contains(day)) {
                given.add(Courses.treatment(day));
                treatments++;
                built += buildUp * (1 - built);
                benefit += prior.benefit().wanderPerTreatment() * random.nextGaussian();
            }
            pass();
        }
        return new Lived(new Course(new InstrumentId("phq-9"), ratings, given), severity);
    }

    private int score(double severity) {
        long rounded = Math.round(severity + noiseSd * random.nextGaussian());
        return (int) Math.clamp(rounded, 0, 27);
    }

    private void pass() {
        built *= Math.exp(-1 / (fadeDays * (1 + growth * Math.log(Math.max(1, treatments)))));
        double keep = Math.exp(-1 / prior.deviation().days());
        deviation =
                keep * deviation + Math.sqrt(1 - keep * keep) * deviationSd * random.nextGaussian();
        level += prior.wanderPerRootDay() * random.nextGaussian();
    }
}
