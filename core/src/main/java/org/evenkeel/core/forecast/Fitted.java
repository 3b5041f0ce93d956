package org.evenkeel.core.forecast;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.numerics.Normal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A patient's course turned into beliefs, ready to answer for later days.
public final class Fitted implements Posterior {
    private final Course known;
    private final Instrument instrument;
    private final Prior prior;
    private final int asOf;
    private final Components belief;

    Fitted(Course known, Instrument instrument, Prior prior, int asOf, Components belief) {
        this.known = known;
        this.instrument = instrument;
        this.prior = prior;
        this.asOf = asOf;
        this.belief = belief;
    }

    /// The same beliefs without their light components: for sums over many days and plans,
    /// where a share of a hundredth changes nothing that is shown.
    ///
    /// @param share components below this share of the weight are left out
    public Fitted coarse(double share) {
        return new Fitted(known, instrument, prior, asOf, belief.heavy(share));
    }

    /// The day after which nothing was looked at.
    public int asOf() {
        return asOf;
    }

    /// What was known on that day.
    public Course known() {
        return known;
    }

    /// The last day the prior supports an answer for.
    public int lastSupportedDay() {
        return asOf + prior.limits().horizonDays();
    }

    /// Whether the answer is mainly the patient's own or the population's.
    public Basis basis() {
        return known.ratings().size() >= prior.limits().ownFromRatings()
                ? Basis.OWN
                : Basis.POPULATION;
    }

    /// Forecasts for the asked days, in their order.
    public List<DayForecast> forecast(Question question) {
        Walk walk = new Walk(belief.copy(), asOf, question.plannedDays());
        List<DayForecast> forecasts = new ArrayList<>();
        for (int day : question.days()) {
            requireSupported(day);
            forecasts.add(dayForecast(walk.to(day), day, question.threshold()));
        }
        boolean inResponse = known.latestRating().orElseThrow().score() < question.threshold();
        return inResponse ? Paths.withRelapse(forecasts, belief, this, question) : forecasts;
    }

    /// The distribution of the score that would be observed on each asked day, in their order.
    public List<ScoreDistribution> scores(Question question) {
        Walk walk = new Walk(belief.copy(), asOf, question.plannedDays());
        List<ScoreDistribution> scores = new ArrayList<>();
        for (int day : question.days()) {
            requireSupported(day);
            scores.add(scores(walk.to(day)));
        }
        return scores;
    }

    /// Log of the probability that the prior gave to the scores so far.
    public double logLikelihood() {
        return belief.logLikelihood();
    }

    /// Probability of being unwell on each day from the as-of day + 1 to `lastDay`.
    ///
    /// @param lastDay last day asked for
    /// @param plannedDays days of treatments assumed to be given, ascending
    /// @param threshold severity from which on a patient is unwell
    public double[] unwell(int lastDay, List<Integer> plannedDays, int threshold) {
        requireSupported(lastDay);
        Walk walk = new Walk(belief.copy(), asOf, plannedDays);
        double[] unwell = new double[lastDay - asOf];
        for (int i = 0; i < unwell.length; i++) {
            unwell[i] = unwell(walk.to(asOf + 1 + i), threshold);
        }
        return unwell;
    }

    /// Expected number of days unwell from the as-of day + 1 to `lastDay`.
    ///
    /// @param lastDay last day counted
    /// @param plannedDays days of treatments assumed to be given, ascending
    /// @param threshold severity from which on a patient is unwell
    public double unwellDays(int lastDay, List<Integer> plannedDays, int threshold) {
        requireSupported(lastDay);
        List<Integer> ahead = plannedDays.stream()
                .filter(day -> day > asOf)
                .map(day -> day - asOf)
                .toList();
        return UnwellDays.of(belief, lastDay - asOf, ahead, lines(belief, threshold));
    }

    /// Scores drawn jointly over the asked days: `count` rows, a column for each day.
    ///
    /// @param question the days and planned treatments
    /// @param count how many draws
    /// @param seed same seed, same draws
    public int[][] draws(Question question, int count, long seed) {
        question.days().forEach(this::requireSupported);
        return Paths.draws(belief, this, question, count, seed);
    }

    /// What the model believes about this patient now.
    public Portrait portrait() {
        return Portrait.of(belief.copy());
    }

    /// How this patient compares with the population.
    public Standing standing() {
        return Standing.of(belief, Grid.before(prior, instrument));
    }

    Instrument instrument() {
        return instrument;
    }

    private void requireSupported(int day) {
        if (day <= asOf || day > lastSupportedDay()) {
            throw new IllegalArgumentException("a forecast from day " + asOf + " reaches days "
                    + (asOf + 1) + " to " + lastSupportedDay() + ", got " + day);
        }
    }

    private DayForecast dayForecast(Components then, int day, int threshold) {
        ScoreDistribution scores = scores(then);
        return new DayForecast(
                day,
                scores.mean(),
                scores.sd(),
                scores.quantiles(),
                scores.atLeast(threshold),
                OptionalDouble.empty(),
                unwell(then, threshold));
    }

    private ScoreDistribution scores(Components then) {
        int low = instrument.minimum();
        int high = instrument.maximum();
        double[] cumulative = new double[high - low + 1];
        double[] chances = new double[high - low];
        then.lookAtSeverity();
        for (Gaussians some : then.all()) {
            for (int i = 0; i < some.size(); i++) {
                double perSd = 1 / Math.sqrt(some.variance[i] + some.noiseVar[i]);
                double[] above = then.grid().places(some.link[i]).above;
                chances(chances, above, some.mean[i], perSd);
                add(cumulative, chances, some.weight[i]);
            }
        }
        cumulative[cumulative.length - 1] = 1;
        return new ScoreDistribution(low, cumulative);
    }

    /// A component's chance of each score or less, but for the highest.
    private static void chances(double[] chances, double[] above, double mean, double perSd) {
        for (int k = 0; k < chances.length; k++) {
            chances[k] = (above[k] - mean) * perSd;
        }
        Normal.cdf(chances, 0, chances.length);
    }

    private static void add(double[] sum, double[] values, double weight) {
        for (int k = 0; k < values.length; k++) {
            sum[k] += weight * values[k];
        }
    }

    private static double unwell(Components then, int threshold) {
        double[] lines = lines(then, threshold);
        then.lookAtSeverity();
        double unwell = 0;
        for (Gaussians some : then.all()) {
            unwell += some.shareAbove(lines);
        }
        return unwell;
    }

    /// Where being unwell begins, for each link.
    private static double[] lines(Components belief, int threshold) {
        double[] lines = new double[belief.grid().links()];
        for (int l = 0; l < lines.length; l++) {
            lines[l] = belief.grid().places(l).place(threshold);
        }
        return lines;
    }

    /// Moves beliefs forward day by day past planned treatments.
    private static final class Walk {
        private final Components belief;
        private final List<Integer> plannedDays;
        private int today;
        private int next;

        Walk(Components belief, int asOf, List<Integer> plannedDays) {
            this.belief = belief;
            this.today = asOf;
            this.plannedDays = plannedDays;
            while (next < plannedDays.size() && plannedDays.get(next) <= asOf) {
                next++;
            }
        }

        Components to(int day) {
            while (next < plannedDays.size() && plannedDays.get(next) < day) {
                pass(plannedDays.get(next++));
                belief.treat();
            }
            pass(day);
            return belief;
        }

        private void pass(int day) {
            belief.advance(day - today);
            today = day;
        }
    }
}
