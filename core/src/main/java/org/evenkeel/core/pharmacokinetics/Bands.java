package org.evenkeel.core.pharmacokinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Quantiles over all subjects at each time, without keeping every concentration.
///
/// A quantile is exact, as from the sorted values: with `n` of them, at the place `(n -
/// 1)·p` from 0, between two values by their straight line (type 7 of Hyndman and Fan
/// 1996, the default of R and NumPy). A pilot of some subjects says between which two
/// values each quantile must lie; then all subjects go by once, and only what lies between
/// is kept. Where the pilot was wrong, that time is worked out again for all subjects.
///
/// Use: give each thread a [#tally], add every block once to one of them, [#add] the
/// tallies, then ask [#at].
public final class Bands {
    private static final int PILOT = 1 << 14;

    /// How many kept values fit the memory: 256 MiB.
    private static final double MOST_KEPT = 1 << 25;

    private final Subjects subjects;
    private final List<Dose> doses;
    private final double[] hours;
    private final double[] chances;
    private final Exposure exposure;
    private final Sieve[] sieves;
    private final List<Tally> tallies = new ArrayList<>();

    /// @param chances which quantiles, ascending, each from 0 to 1; at most 50
    /// @throws IllegalArgumentException where there are no subjects, or a chance is none
    public Bands(Subjects subjects, List<Dose> doses, double[] hours, double[] chances) {
        if (subjects.count() == 0) {
            throw new IllegalArgumentException("quantiles need at least one subject");
        }
        double last = 0;
        for (double chance : chances) {
            if (!(chance >= last && chance <= 1)) {
                throw new IllegalArgumentException(
                        "chances ascend from 0 to 1, got " + chance + " after " + last);
            }
            last = chance;
        }
        this.subjects = subjects;
        this.doses = List.copyOf(doses);
        this.hours = hours.clone();
        this.chances = chances.clone();
        exposure = new Exposure(subjects, doses, hours);
        sieves = sieves();
    }

    /// How many times may be asked for at once, so that the memory suffices for so many
    /// subjects.
    public static int timesAtOnce(int subjects, int chances) {
        double kept = Math.min(subjects, PILOT + subjects * Sieve.widestShare(PILOT));
        return (int) Math.max(1, MOST_KEPT / (2 * kept * Math.max(1, chances)));
    }

    /// The simulation whose blocks are to be added.
    public Exposure exposure() {
        return exposure;
    }

    /// A new place to add blocks to, for one thread.
    public Tally tally() {
        return new Tally(sieves);
    }

    /// Adds what one thread has counted.
    public void add(Tally tally) {
        tallies.add(tally);
    }

    /// The quantiles of an analyte at a time, in the order of the chances, once all blocks
    /// were added. Different times may be asked for by different threads.
    public double[] at(int time, Analyte analyte) {
        int place = place(time, analyte);
        double[] quantiles = new double[chances.length];
        for (int c = 0; c < chances.length; c++) {
            double position = (subjects.count() - 1) * chances[c];
            Caught caught = Tally.caught(tallies, place, sieves[place].ofChance(c));
            quantiles[c] = caught.holds(position)
                    ? caught.quantile(position)
                    : exactly(time, analyte, position);
        }
        return quantiles;
    }

    static int place(int time, Analyte analyte) {
        return time * Analyte.values().length + analyte.ordinal();
    }

    /// Where a pilot says the quantiles lie.
    private Sieve[] sieves() {
        Sieve[] sieves = new Sieve[hours.length * Analyte.values().length];
        Subjects some = subjects.spread(PILOT);
        if (some.count() == subjects.count()) {
            Arrays.fill(sieves, Sieve.all(chances.length));
            return sieves;
        }
        Exposure pilot = new Exposure(some, doses, hours);
        for (Analyte analyte : Analyte.values()) {
            double[][] values = values(pilot, analyte);
            for (int time = 0; time < hours.length; time++) {
                sieves[place(time, analyte)] = Sieve.around(values[time], chances);
            }
        }
        return sieves;
    }

    private double exactly(int time, Analyte analyte, double position) {
        return new Caught(0, 0, values(exposure.only(time), analyte)[0]).quantile(position);
    }

    /// All concentrations of an analyte, time by time.
    private static double[][] values(Exposure exposure, Analyte analyte) {
        double[][] values = new double[exposure.times()][exposure.subjects()];
        Exposure.Worker worker = exposure.worker();
        for (int block = 0; block < exposure.blocks(); block++) {
            Concentrations some = worker.block(block);
            for (int time = 0; time < values.length; time++) {
                System.arraycopy(
                        some.of(analyte), some.row(time), values[time], some.first(), some.count());
            }
        }
        return values;
    }
}
