package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;

/// Benefit lives in a fast pool that fades in days and a slow pool that fades in weeks;
/// together they remove a share of severity along a saturating curve. Life events add
/// distress that fades. Scores come from nine items answered 0 to 3, so that they are skewed
/// and pile up at zero.
public final class TwoPools implements VirtualPatient {
    private static final int ITEMS = 9;
    private static final double FAST_KEPT = Math.exp(-1 / 4.0);
    private static final double DISTRESS_KEPT = Math.exp(-1 / 21.0);
    private static final double ITEM_SPREAD = 0.55;
    /// Severity, as a share of the scale, at which an item is half-way to its next answer;
    /// the items differ in how early they are endorsed, the last (self-harm) latest.
    private static final double[] ITEM_ONSET = {
        -0.05, -0.04, -0.08, -0.10, 0.00, -0.01, 0.02, 0.08, 0.22
    };

    private final Traits traits;
    private final RandomGenerator random;
    private double setPoint;
    private double fast;
    private double slow;
    private double distress;
    private int treatments;
    private boolean treatedToday;
    /// Share of the slow pool that a day leaves.
    private double slowKept = 1;

    public TwoPools(Traits traits, RandomGenerator random) {
        this.traits = traits;
        this.random = random;
        this.setPoint = traits.setPoint();
    }

    private TwoPools(TwoPools from, RandomGenerator random) {
        this.traits = from.traits;
        this.random = random;
        this.setPoint = from.setPoint;
        this.fast = from.fast;
        this.slow = from.slow;
        this.distress = from.distress;
        this.treatments = from.treatments;
        this.treatedToday = from.treatedToday;
        this.slowKept = from.slowKept;
    }

    @Override
    public VirtualPatient copy(RandomGenerator life) {
        return new TwoPools(this, life);
    }

    @Override
    public boolean responder() {
        return traits.responder();
    }

    @Override
    public double severity() {
        double pools = fast + slow;
        double removed = traits.response() * pools / (pools + 0.35);
        return Math.clamp(setPoint * (1 - removed) + distress, 0, Scale.MAXIMUM);
    }

    @Override
    public int answer() {
        int total = 0;
        for (int answer : answers()) {
            total += answer;
        }
        return total;
    }

    /// The nine answers this patient would give today, each 0 to 3. Each call answers anew.
    public int[] answers() {
        int[] answers = new int[ITEMS];
        double common = 0.06 * random.nextGaussian();
        double level = severity() / Scale.MAXIMUM + common;
        for (int item = 0; item < ITEMS; item++) {
            double lean = 3 * (level - ITEM_ONSET[item]) + ITEM_SPREAD * random.nextGaussian();
            answers[item] = (int) Math.clamp(Math.round(lean), 0, 3);
        }
        return answers;
    }

    @Override
    public void treat() {
        treatedToday = true;
    }

    @Override
    public void nextDay() {
        if (treatedToday) {
            treatments++;
            treatedToday = false;
            double works = Math.pow(traits.tolerance(), treatments - 1);
            fast += 0.45 * works;
            slow += 0.22 * works * (1 - Math.min(1, slow));
            double slowDays =
                    1.6 * traits.fadeDays() * (1 + traits.growth() * Math.log(treatments));
            slowKept = Math.exp(-1 / slowDays);
        }
        fast *= FAST_KEPT;
        slow *= slowKept;
        distress *= DISTRESS_KEPT;
        if (random.nextDouble() < traits.eventsPerYear() / 365) {
            distress += -3.5 * Math.log(1 - random.nextDouble());
        }
        double pull = (traits.setPoint() - setPoint) / 120;
        setPoint += pull + traits.driftPerRootDay() * random.nextGaussian();
    }
}
