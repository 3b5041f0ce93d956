package org.evenkeel.core.forecast;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.insilico.Traits;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.numerics.Normal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/// Forecasts made for virtual patients of one law, kept beside what then happened.
final class Trial {
    private static final List<Integer> HORIZONS = List.of(7, 14, 21, 28, 35, 42, 49, 56);
    private static final int UNWELL = 10;

    /// One forecast and its outcome.
    record Outcome(
            int horizon, DayForecast forecast, int last, int score, double severity, double crps) {}

    private final List<Outcome> outcomes = new ArrayList<>();

    static Trial run(
            BiFunction<Traits, RandomGenerator, VirtualPatient> law,
            int patients,
            Prior prior,
            long seed) {
        Trial trial = new Trial();
        for (int n = 0; n < patients; n++) {
            RandomGenerator random = VirtualPatient.stream(seed, n);
            RandomGenerator own = VirtualPatient.stream(seed + 1, n);
            VirtualPatient patient = law.apply(Traits.drawn(random), own);
            int asOf = 30 + random.nextInt(300);
            UsualCare.Lived lived = UsualCare.drawn(random).live(patient, asOf + 60, random);
            trial.add(lived, asOf, prior);
        }
        return trial;
    }

    private void add(UsualCare.Lived lived, int asOf, Prior prior) {
        Course course = lived.course();
        if (!(RelapseModel.posterior(course, Instruments.phq9(), prior, asOf)
                instanceof Fitted fitted)) {
            return;
        }
        int last = fitted.known().latestRating().orElseThrow().score();
        List<Integer> planned = course.administrations().stream()
                .map(Administration::day)
                .filter(day -> day > asOf)
                .toList();
        List<Integer> days = HORIZONS.stream().map(h -> asOf + h).toList();
        List<DayForecast> forecasts = fitted.forecast(new Question(days, planned, UNWELL));
        for (DayForecast each : forecasts) {
            OptionalInt score = scoreNear(course, each.day());
            if (score.isPresent()) {
                int y = score.getAsInt();
                outcomes.add(new Outcome(
                        each.day() - asOf,
                        each,
                        last,
                        y,
                        lived.severity()[each.day()],
                        crps(fitted, planned, each.day(), y)));
            }
        }
    }

    /// The answer on that very day, if there was one.
    private static OptionalInt scoreNear(Course course, int day) {
        return course.ratings().stream()
                .filter(rating -> rating.day() == day)
                .mapToInt(Rating::score)
                .findFirst();
    }

    private static double crps(Fitted fitted, List<Integer> planned, int day, int score) {
        double sum = 0;
        for (int k = 0; k < 27; k++) {
            double atMost = 1
                    - fitted.forecast(new Question(List.of(day), planned, k + 1))
                            .getFirst()
                            .above();
            double step = score <= k ? 1 : 0;
            sum += (atMost - step) * (atMost - step);
        }
        return sum;
    }

    int size() {
        return outcomes.size();
    }

    double crps() {
        return mean(each -> each.crps());
    }

    /// Last value carried forward, with the error spread it had on this very cohort.
    double crpsOfLastValue() {
        double sd = Math.sqrt(mean(each -> Math.pow(each.score() - each.last(), 2)));
        return mean(each -> {
            double z = (each.score() - each.last()) / sd;
            return sd
                    * (z * (2 * Normal.cdf(z) - 1)
                            + 2 * Normal.density(z)
                            - 1 / Math.sqrt(Math.PI));
        });
    }

    double absoluteError() {
        return mean(each -> Math.abs(each.score() - each.forecast().quantiles().p50()));
    }

    double absoluteErrorOfLastValue() {
        return mean(each -> Math.abs(each.score() - each.last()));
    }

    double coverage(int fromHorizon, int toHorizon) {
        List<Outcome> within = outcomes.stream()
                .filter(each -> each.horizon() >= fromHorizon && each.horizon() <= toHorizon)
                .toList();
        long covered = within.stream()
                .filter(each -> each.score() >= each.forecast().quantiles().p10()
                        && each.score() <= each.forecast().quantiles().p90())
                .count();
        return covered / (double) within.size();
    }

    double brierOfUnwell() {
        return mean(each -> Math.pow(unwell(each) - each.forecast().unwell(), 2));
    }

    double brierOfUnwellByLastValue() {
        return mean(each -> Math.pow(unwell(each) - (each.last() >= UNWELL ? 1 : 0), 2));
    }

    /// Mean distance between said and seen over ten bins of the probability of being unwell.
    double calibrationErrorOfUnwell() {
        double[] said = new double[10];
        double[] seen = new double[10];
        for (Outcome each : outcomes) {
            int bin = (int) Math.min(9, each.forecast().unwell() * 10);
            said[bin] += each.forecast().unwell();
            seen[bin] += unwell(each);
        }
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            error += Math.abs(said[bin] - seen[bin]);
        }
        return error / outcomes.size();
    }

    private static double unwell(Outcome outcome) {
        return outcome.severity() >= UNWELL ? 1 : 0;
    }

    private double mean(java.util.function.ToDoubleFunction<Outcome> of) {
        return outcomes.stream().mapToDouble(of).average().orElseThrow();
    }

    @Override
    public String toString() {
        return "n %d  CRPS %.3f (last %.3f)  MAE %.3f (%.3f)  80 %% band %.3f [%.3f %.3f %.3f]"
                        .formatted(
                                size(),
                                crps(),
                                crpsOfLastValue(),
                                absoluteError(),
                                absoluteErrorOfLastValue(),
                                coverage(0, 99),
                                coverage(0, 14),
                                coverage(15, 35),
                                coverage(36, 99))
                + "  Brier unwell %.4f (%.4f)  ECE %.3f"
                        .formatted(
                                brierOfUnwell(),
                                brierOfUnwellByLastValue(),
                                calibrationErrorOfUnwell());
    }
}
