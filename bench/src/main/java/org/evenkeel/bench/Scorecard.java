package org.evenkeel.bench;

import org.evenkeel.bench.AccuracyCohort.Outcome;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// How one method did on one cohort.
///
/// @param method its name
/// @param outcomes what was answered
/// @param predicted what the method had said, in the same order
record Scorecard(String method, List<Outcome> outcomes, List<Predicted> predicted) {
    /// Scores from here on count as unwell.
    static final int UNWELL = 10;

    static final int QUARTERS = 4;
    private static final int BINS = 10;

    /// A ratio of two methods' sums, and the standard error it has because other patients
    /// would have been other ones.
    record Ratio(double value, double error) {}

    double crps() {
        return mean((said, seen) -> said.crps(seen.score()));
    }

    double absoluteError() {
        return mean((said, seen) -> said.absoluteError(seen.score()));
    }

    double brier() {
        return mean(Scorecard::brier);
    }

    private static double brier(Predicted said, Outcome seen) {
        double miss = said.atLeast(UNWELL) - (seen.score() >= UNWELL ? 1 : 0);
        return miss * miss;
    }

    Ratio crpsTo(Scorecard peer) {
        return ratio(peer, (said, seen) -> said.crps(seen.score()));
    }

    Ratio brierTo(Scorecard peer) {
        return ratio(peer, Scorecard::brier);
    }

    double coverage() {
        return mean(Scorecard::covered);
    }

    private static double covered(Predicted said, Outcome seen) {
        return said.covers(seen.score()) ? 1 : 0;
    }

    /// Share covered in each quarter of the days after the cut.
    double[] coverageByHorizon() {
        return coverage(each -> horizonQuarter(each.horizon()));
    }

    static int horizonQuarter(int horizon) {
        return (horizon - AccuracyCohort.FROM)
                * QUARTERS
                / (AccuracyCohort.TO - AccuracyCohort.FROM + 1);
    }

    /// Share covered in each quarter of outcomes by the score that was known last. A quarter by
    /// the score to come would ask of a forecast that it cover surprises as often as the rest.
    /// A quarter that ties leave empty is not a number.
    double[] coverageBySeverity() {
        int[] sorted = outcomes.stream().mapToInt(Outcome::last).sorted().toArray();
        int[] cuts = IntStream.range(1, QUARTERS)
                .map(quarter -> sorted[quarter * sorted.length / QUARTERS])
                .toArray();
        return coverage(each ->
                (int) Arrays.stream(cuts).filter(cut -> each.last() > cut).count());
    }

    private double[] coverage(ToIntFunction<Outcome> quarter) {
        double[] covered = new double[QUARTERS];
        int[] all = new int[QUARTERS];
        for (int i = 0; i < outcomes.size(); i++) {
            int here = quarter.applyAsInt(outcomes.get(i));
            all[here]++;
            covered[here] += covered(predicted.get(i), outcomes.get(i));
        }
        for (int here = 0; here < QUARTERS; here++) {
            covered[here] /= all[here];
        }
        return covered;
    }

    /// Probability that of two outcomes, one unwell and one not, the unwell one had been given
    /// the higher probability; ties count half.
    double discrimination() {
        List<Integer> order = IntStream.range(0, outcomes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> predicted.get(i).atLeast(UNWELL)))
                .toList();
        double below = 0;
        double pairs = 0;
        int i = 0;
        while (i < order.size()) {
            double said = predicted.get(order.get(i)).atLeast(UNWELL);
            int unwell = 0;
            int well = 0;
            for (; i < order.size() && predicted.get(order.get(i)).atLeast(UNWELL) == said; i++) {
                boolean bad = outcomes.get(order.get(i)).score() >= UNWELL;
                unwell += bad ? 1 : 0;
                well += bad ? 0 : 1;
            }
            pairs += unwell * (below + well / 2.0);
            below += well;
        }
        return pairs / (below * (outcomes.size() - below));
    }

    /// Share of outcomes in each tenth of the probability they had been given: a tenth each where
    /// the forecast is calibrated. A whole score is spread evenly over the probability it had.
    double[] tenths() {
        double[] shares = new double[BINS];
        for (int i = 0; i < outcomes.size(); i++) {
            double from = predicted.get(i).below(outcomes.get(i).score());
            double to = Math.max(predicted.get(i).upTo(outcomes.get(i).score()), from + 1e-12);
            for (int bin = 0; bin < BINS; bin++) {
                double low = Math.max(from, bin / (double) BINS);
                double high = Math.min(to, (bin + 1) / (double) BINS);
                shares[bin] += Math.max(0, high - low) / (to - from) / outcomes.size();
            }
        }
        return shares;
    }

    /// Net benefit of acting where the probability of a score of ten or more reaches a threshold.
    double netBenefit(double threshold) {
        return netBenefit(outcomes, threshold, i -> predicted.get(i).atLeast(UNWELL) >= threshold);
    }

    /// The same of acting by any other rule.
    static double netBenefit(List<Outcome> outcomes, double threshold, IntPredicate acts) {
        double price = threshold / (1 - threshold);
        double sum = IntStream.range(0, outcomes.size())
                .filter(acts)
                .mapToDouble(i -> outcomes.get(i).score() >= UNWELL ? 1 : -price)
                .sum();
        return sum / outcomes.size();
    }

    /// Mean distance between said and seen over ten bins of the probability of a score of ten
    /// or more.
    double calibrationError() {
        double[] distance = new double[BINS];
        for (int i = 0; i < outcomes.size(); i++) {
            double said = predicted.get(i).atLeast(UNWELL);
            int bin = (int) Math.min(BINS - 1, said * BINS);
            distance[bin] += said - (outcomes.get(i).score() >= UNWELL ? 1 : 0);
        }
        return Arrays.stream(distance).map(Math::abs).sum() / outcomes.size();
    }

    private double mean(ToDoubleBiFunction<Predicted, Outcome> of) {
        return Arrays.stream(sums(of)).sum() / outcomes.size();
    }

    private Ratio ratio(Scorecard peer, ToDoubleBiFunction<Predicted, Outcome> of) {
        double[] ours = sums(of);
        double[] theirs = peer.sums(of);
        double sumOfTheirs = Arrays.stream(theirs).sum();
        double ratio = Arrays.stream(ours).sum() / sumOfTheirs;
        double squares = 0;
        for (int n = 0; n < ours.length; n++) {
            double away = ours[n] - ratio * theirs[n];
            squares += away * away;
        }
        return new Ratio(ratio, Math.sqrt(squares) / sumOfTheirs);
    }

    /// By patient: one patient's outcomes are not independent.
    private double[] sums(ToDoubleBiFunction<Predicted, Outcome> of) {
        double[] sums = new double[outcomes.getLast().patient() + 1];
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome seen = outcomes.get(i);
            sums[seen.patient()] += of.applyAsDouble(predicted.get(i), seen);
        }
        return sums;
    }
}
