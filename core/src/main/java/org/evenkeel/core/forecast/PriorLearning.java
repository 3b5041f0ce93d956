package org.evenkeel.core.forecast;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Prior.Benefit;
import org.evenkeel.core.forecast.Prior.Fluctuation;
import org.evenkeel.core.forecast.Prior.Level;
import org.evenkeel.core.instrument.Instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

/// Learns a population's prior from its courses, by the probability it gives to their scores.
///
/// Weights of the alternatives follow by expectation and maximisation. The figures that all
/// patients share are moved one at a time along parabolas. Both are held back by the prior that
/// the search starts from, as if it stood for a few patients, so that a small registry moves
/// little and one without treatments leaves the beliefs about treatment alone.
public final class PriorLearning {
    /// How many patients' worth of belief the starting weights stand for.
    private static final double PSEUDO_PATIENTS = 8;
    /// Patients beyond this number would make the search slower and its answer no better.
    private static final int MOST_PATIENTS = 300;
    private static final int SWEEPS = 4;
    /// One patient in so many is kept aside to judge the result.
    private static final int HELD_OUT = 5;
    private static final int MOST_HELD_OUT = 250;
    private static final double LIGHTEST = 1e-4;

    private final Instrument instrument;
    private final Prior start;
    private final DoubleConsumer progress;
    private double done;

    private PriorLearning(Instrument instrument, Prior start, DoubleConsumer progress) {
        this.instrument = instrument;
        this.start = start;
        this.progress = progress;
    }

    /// What came of it.
    ///
    /// @param prior the learned prior
    /// @param patients patients whose scores taught it; of a large registry, a sample
    /// @param heldOutPatients patients kept aside while judging
    /// @param heldOutScores their scores
    /// @param gainPerScore how much more log probability a score of theirs has than under the
    ///     starting prior, in nats
    public record Learned(
            Prior prior,
            int patients,
            int heldOutPatients,
            int heldOutScores,
            double gainPerScore) {}

    /// Learns from courses, of which those without two scores say nothing and are left out.
    ///
    /// @param courses one for each patient, already cut off at the last day that may be known
    /// @param start the prior to begin from, stated for the same instrument
    /// @param id names the learned prior
    /// @param progress is told how far it has come, from 0 to 1
    /// @throws IllegalArgumentException if fewer than five patients have two scores
    public static Learned learn(
            List<Course> courses,
            Instrument instrument,
            Prior start,
            String id,
            DoubleConsumer progress) {
        List<Course> told =
                courses.stream().filter(course -> course.ratings().size() >= 2).toList();
        if (told.size() < HELD_OUT) {
            throw new IllegalArgumentException("learning needs at least " + HELD_OUT
                    + " patients with two scores, got " + told.size());
        }
        return new PriorLearning(instrument, start, progress).from(told, id);
    }

    private Learned from(List<Course> told, String id) {
        List<Course> kept = new ArrayList<>();
        List<Course> aside = new ArrayList<>();
        for (int n = 0; n < told.size(); n++) {
            (n % HELD_OUT == HELD_OUT - 1 ? aside : kept).add(told.get(n));
        }
        List<Course> sample = spread(kept, MOST_PATIENTS);
        List<Course> judges = spread(aside, MOST_HELD_OUT);
        Search search = new Search(new double[Figure.values().length], start, Double.NaN);
        search = sweeps(search, sample, SWEEPS);
        int scores = judges.stream().mapToInt(each -> each.ratings().size()).sum();
        double gain = (fit(search.prior, judges).logLikelihood - fit(start, judges).logLikelihood)
                / scores;
        boolean whole = told.size() <= MOST_PATIENTS;
        if (whole) {
            // A small registry is used whole once the judges have spoken.
            search = sweeps(search, told, 1);
        }
        progress.accept(1);
        int used = whole ? told.size() : sample.size();
        return new Learned(search.prior.named(id), used, judges.size(), scores, gain);
    }

    private static List<Course> spread(List<Course> courses, int most) {
        if (courses.size() <= most) {
            return courses;
        }
        List<Course> some = new ArrayList<>();
        for (int n = 0; n < most; n++) {
            some.add(courses.get((int) ((long) n * courses.size() / most)));
        }
        return some;
    }

    /// Where the search stands: how far each figure has moved from the start, and what follows.
    private record Search(double[] moved, Prior prior, double objective) {

        Search moving(Figure figure, double step, Prior start) {
            double[] there = moved.clone();
            there[figure.ordinal()] += step;
            return new Search(there, moved(start, there), Double.NaN);
        }

        /// The starting figures moved, with the weights the search has reached.
        private Prior moved(Prior start, double[] by) {
            Level level = start.level();
            Benefit benefit = start.benefit();
            List<Prior.Mechanism> how = new ArrayList<>();
            for (int n = 0; n < start.mechanisms().size(); n++) {
                double weight = prior.mechanisms().get(n).weight();
                double stretch = Math.exp(by[Figure.LASTING_DAYS.ordinal()]);
                how.add(start.mechanisms().get(n).lasting(stretch).weighing(weight));
            }
            List<Fluctuation> around = new ArrayList<>();
            for (int n = 0; n < start.fluctuations().size(); n++) {
                Fluctuation f = start.fluctuations().get(n);
                around.add(new Fluctuation(
                        f.noise() * Math.exp(by[Figure.NOISE.ordinal()]),
                        f.deviation() * Math.exp(by[Figure.DEVIATION.ordinal()]),
                        f.deviationDays() * Math.exp(by[Figure.DEVIATION_DAYS.ordinal()]),
                        f.wanderPerRootDay() * Math.exp(by[Figure.WANDER.ordinal()]),
                        prior.fluctuations().get(n).weight()));
            }
            Level there = new Level(
                    level.mean() + by[Figure.LEVEL_MEAN.ordinal()] * level.sd(),
                    level.sd() * Math.exp(by[Figure.LEVEL_SD.ordinal()]),
                    level.entryExcess() + by[Figure.ENTRY_EXCESS.ordinal()] * level.sd());
            Benefit brings = new Benefit(
                    benefit.mean() + by[Figure.BENEFIT_MEAN.ordinal()] * benefit.sd(),
                    benefit.sd() * Math.exp(by[Figure.BENEFIT_SD.ordinal()]),
                    benefit.perLevel() + by[Figure.BENEFIT_PER_LEVEL.ordinal()],
                    benefit.wanderPerTreatment() * Math.exp(by[Figure.BENEFIT_WANDER.ordinal()]));
            return prior.with(there, brings).with(how, around, prior.links());
        }
    }

    /// Turns between new weights and every figure in turn. A figure that hardly moved is left
    /// alone the next time.
    private Search sweeps(Search from, List<Course> sample, int sweeps) {
        Search search = reweighed(from, sample);
        boolean[] settled = new boolean[Figure.values().length];
        double step = FIRST_STEP;
        for (int sweep = 0; sweep < sweeps; sweep++) {
            for (Figure figure : Figure.values()) {
                boolean skip = settled[figure.ordinal()];
                double before = search.moved[figure.ordinal()];
                search = skip ? search : along(figure, search, sample, step);
                double move = Math.abs(search.moved[figure.ordinal()] - before);
                settled[figure.ordinal()] = !skip && move < step / 4;
                done += 1.0 / (SWEEPS + 1) / Figure.values().length;
                progress.accept(Math.min(1, done));
            }
            step *= 0.7;
            search = reweighed(search, sample);
        }
        return search;
    }

    private static final double FIRST_STEP = 0.4;

    /// Moves one figure to the top of the parabola through three values.
    private Search along(Figure figure, Search search, List<Course> sample, double step) {
        Search up = judged(search.moving(figure, step, start), sample);
        Search down = judged(search.moving(figure, -step, start), sample);
        double bend = up.objective + down.objective - 2 * search.objective;
        double lean = (up.objective - down.objective) / 2;
        double move = bend < 0 ? Math.clamp(-lean / bend, -2.5, 2.5) : Math.signum(lean) * 1.5;
        Search top = judged(search.moving(figure, move * step, start), sample);
        return List.of(search, up, down, top).stream()
                .max(Comparator.comparingDouble(Search::objective))
                .orElseThrow();
    }

    private Search judged(Search search, List<Course> sample) {
        double held = 0;
        for (double each : search.moved) {
            held += each * each / 2;
        }
        return new Search(
                search.moved, search.prior, fit(search.prior, sample).logLikelihood - held);
    }

    private record Fit(double logLikelihood, double[] responsibility) {}

    private Fit fit(Prior prior, List<Course> sample) {
        double[] responsibility = new double[prior.gridPoints()];
        double logLikelihood = 0;
        for (Course course : sample) {
            Components belief = RelapseModel.filter(course, instrument, prior);
            logLikelihood += belief.logLikelihood();
            addTo(responsibility, belief);
        }
        return new Fit(logLikelihood, responsibility);
    }

    private static void addTo(double[] responsibility, Components belief) {
        int fluctuations = belief.grid().fluctuations();
        int links = belief.grid().links();
        for (Gaussians some : belief.all()) {
            for (int i = 0; i < some.size(); i++) {
                int around = some.mechanism[i] * fluctuations + some.fluctuation[i];
                responsibility[around * links + some.link[i]] += some.weight[i];
            }
        }
    }

    /// New weights for all alternatives: what they had, as a few patients, and what the patients
    /// say.
    private Search reweighed(Search search, List<Course> sample) {
        Prior prior = search.prior;
        double[] share = fit(prior, sample).responsibility;
        int fluctuations = prior.fluctuations().size();
        int links = prior.links().size();
        double[] byMechanism = new double[prior.mechanisms().size()];
        double[] byFluctuation = new double[fluctuations];
        double[] byLink = new double[links];
        for (int n = 0; n < share.length; n++) {
            byMechanism[n / links / fluctuations] += share[n];
            byFluctuation[n / links % fluctuations] += share[n];
            byLink[n % links] += share[n];
        }
        hold(byMechanism, start.mechanisms().stream().mapToDouble(Prior.Mechanism::weight));
        hold(byFluctuation, start.fluctuations().stream().mapToDouble(Fluctuation::weight));
        hold(byLink, start.links().stream().mapToDouble(Prior.Linked::weight));
        Prior weighed = weighing(prior, byMechanism, byFluctuation, byLink);
        return judged(new Search(search.moved, weighed, Double.NaN), sample);
    }

    private static void hold(double[] counts, DoubleStream startWeights) {
        double[] weights = startWeights.toArray();
        double total = Arrays.stream(weights).sum();
        double all = Arrays.stream(counts).sum() + PSEUDO_PATIENTS;
        for (int n = 0; n < counts.length; n++) {
            double count = counts[n] + PSEUDO_PATIENTS * weights[n] / total;
            counts[n] = Math.max(LIGHTEST, count / all);
        }
    }

    private static Prior weighing(
            Prior prior, double[] mechanisms, double[] fluctuations, double[] links) {
        List<Prior.Mechanism> how = new ArrayList<>();
        List<Fluctuation> around = new ArrayList<>();
        List<Prior.Linked> scales = new ArrayList<>();
        for (int n = 0; n < mechanisms.length; n++) {
            how.add(prior.mechanisms().get(n).weighing(mechanisms[n]));
        }
        for (int n = 0; n < fluctuations.length; n++) {
            around.add(prior.fluctuations().get(n).weighing(fluctuations[n]));
        }
        for (int n = 0; n < links.length; n++) {
            scales.add(new Prior.Linked(prior.links().get(n).link(), links[n]));
        }
        return prior.with(how, around, scales);
    }

    /// The figures all patients share, each moved by steps that are about as likely as any other.
    private enum Figure {
        LEVEL_MEAN,
        LEVEL_SD,
        ENTRY_EXCESS,
        BENEFIT_MEAN,
        BENEFIT_SD,
        BENEFIT_PER_LEVEL,
        BENEFIT_WANDER,
        NOISE,
        DEVIATION,
        DEVIATION_DAYS,
        WANDER,
        LASTING_DAYS
    }
}
