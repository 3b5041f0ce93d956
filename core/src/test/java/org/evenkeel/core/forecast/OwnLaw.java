package org.evenkeel.core.forecast;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.InstrumentId;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/// Patients drawn from the prior itself and lived by the model's own equations, written here a
/// second time day by day: where the filter is right, what it says of them is calibrated exactly.
final class OwnLaw {
    private final RandomGenerator random;
    private final Prior.Mechanism mechanism;
    private final Prior.Fluctuation around;
    private final Link.Places on;
    private final double benefitWander;
    private double level;
    private double deviation;
    private double benefit;
    private double built;
    private int treatments;
    private int sinceTreatment;

    OwnLaw(Prior prior, RandomGenerator random) {
        this.random = random;
        mechanism = pick(prior.mechanisms(), Prior.Mechanism::weight);
        around = pick(prior.fluctuations(), Prior.Fluctuation::weight);
        on = pick(prior.links(), Prior.Linked::weight).link().places(0, 27);
        double mean = prior.level().mean();
        double drop = prior.benefit().mean();
        double wellSlope = on.slope(mean - drop / 2);
        double off = prior.level().sd() * on.slope(mean) * random.nextGaussian();
        level = on.place(mean) + off;
        deviation = prior.level().entryExcess() * on.slope(mean)
                + around.deviation() * random.nextGaussian();
        benefit = on.place(mean)
                - on.place(mean - drop)
                + prior.benefit().perLevel() * off
                + prior.benefit().sd() * wellSlope * random.nextGaussian();
        benefitWander = prior.benefit().wanderPerTreatment() * wellSlope;
    }

    private <T> T pick(List<T> values, ToDoubleFunction<T> weight) {
        double at = random.nextDouble() * values.stream().mapToDouble(weight).sum();
        for (T each : values) {
            at -= weight.applyAsDouble(each);
            if (at <= 0) {
                return each;
            }
        }
        return values.getLast();
    }

    /// A course of `days` days and the true severity on each of them.
    record Lived(Course course, double[] severity) {}

    Lived live(int days, int ratingEvery, List<Integer> treatmentDays) {
        List<Rating> ratings = new ArrayList<>();
        List<Administration> given = new ArrayList<>();
        double[] severity = new double[days];
        for (int day = 0; day < days; day++) {
            double place = level + deviation - built * benefit;
            severity[day] = on.severity(place);
            if (day % ratingEvery == 0) {
                double answered = on.severity(place + around.noise() * random.nextGaussian());
                ratings.add(Rating.of(day, (int) Math.clamp(Math.round(answered), 0, 27)));
            }
            if (treatmentDays.contains(day)) {
                given.add(Courses.treatment(day));
                treat();
            }
            pass();
        }
        return new Lived(new Course(new InstrumentId("phq-9"), ratings, given), severity);
    }

    private void treat() {
        treatments++;
        sinceTreatment = 0;
        benefit += benefitWander * random.nextGaussian();
        switch (mechanism) {
            case Prior.Fading fading -> built += fading.buildUp() * (1 - built);
            case Prior.Spells spells -> {
                if (random.nextDouble() < spells.start()) {
                    built = 1;
                }
            }
        }
    }

    private void pass() {
        double lnTreatments = Math.log(Math.max(1, treatments));
        switch (mechanism) {
            case Prior.Fading f ->
                built *= Math.exp(-1 / (f.days() * (1 + f.growth() * lnTreatments)));
            case Prior.Spells s -> turn(s, s.days() * (1 + s.growth() * lnTreatments));
        }
        sinceTreatment++;
        double keep = Math.exp(-1 / around.deviationDays());
        deviation = keep * deviation
                + Math.sqrt(1 - keep * keep) * around.deviation() * random.nextGaussian();
        level += around.wanderPerRootDay() * random.nextGaussian();
    }

    private void turn(Prior.Spells spells, double median) {
        double odds = Math.pow(sinceTreatment / median, spells.shape());
        double next = Math.pow((sinceTreatment + 1) / median, spells.shape());
        double begins = treatments == 0 ? 0 : 1 - Math.exp(-1 / 700.0);
        double ends = built > 0 ? 1 - (1 + odds) / (1 + next) : begins;
        if (random.nextDouble() < ends) {
            built = 1 - built;
        }
    }
}
