package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;

/// Each treatment drops severity at once, by more over the first few; severity then returns
/// to a wandering set point, more slowly with every treatment. Answers share noise from week
/// to week.
public final class FadingDrops implements VirtualPatient {
    private static final double NOISE_CARRY_PER_DAY = Math.pow(0.3, 1.0 / 7);
    private static final double NEW_NOISE_PER_DAY =
            Math.sqrt(1 - NOISE_CARRY_PER_DAY * NOISE_CARRY_PER_DAY) * Scale.NOISE_SD;

    private final Traits traits;
    private final RandomGenerator random;
    private double setPoint;
    private double drop;
    private double noise;
    private int treatments;
    private boolean treatedToday;
    /// Share of the drop that a day leaves.
    private double kept = 1;

    public FadingDrops(Traits traits, RandomGenerator random) {
        this.traits = traits;
        this.random = random;
        this.setPoint = traits.setPoint();
        this.noise = Scale.NOISE_SD * random.nextGaussian();
    }

    private FadingDrops(FadingDrops from, RandomGenerator random) {
        this.traits = from.traits;
        this.random = random;
        this.setPoint = from.setPoint;
        this.drop = from.drop;
        this.noise = from.noise;
        this.treatments = from.treatments;
        this.treatedToday = from.treatedToday;
        this.kept = from.kept;
    }

    @Override
    public VirtualPatient copy(RandomGenerator life) {
        return new FadingDrops(this, life);
    }

    @Override
    public boolean responder() {
        return traits.responder();
    }

    @Override
    public double severity() {
        return Math.max(0, setPoint - drop);
    }

    @Override
    public int answer() {
        return Scale.rounded(severity() + noise);
    }

    @Override
    public void treat() {
        treatedToday = true;
    }

    @Override
    public void nextDay() {
        if (treatedToday) {
            treatments++;
            double full = 0.5 * traits.response() * traits.setPoint();
            double each = full
                    * (1 - Math.exp(-treatments / 3.0))
                    * Math.pow(traits.tolerance(), treatments - 1);
            drop = Math.min(drop + each, Math.max(0, setPoint));
            double fade = traits.fadeDays() * (1 + traits.growth() * Math.log(treatments));
            kept = Math.exp(-1 / fade);
            treatedToday = false;
        }
        drop *= kept;
        double pull = (traits.setPoint() - setPoint) / 180;
        setPoint += pull + traits.driftPerRootDay() * random.nextGaussian();
        noise = NOISE_CARRY_PER_DAY * noise + NEW_NOISE_PER_DAY * random.nextGaussian();
    }
}
