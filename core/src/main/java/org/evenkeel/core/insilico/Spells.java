package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;

/// A patient is either well or ill. A treatment may start or renew a well spell whose length
/// is log-normal and grows with treatments; when it ends, severity climbs back within days.
public final class Spells implements VirtualPatient {
    private static final double WELL_LEVEL = 3.5;
    private static final double SMOOTHING_DAYS = 3;
    private static final double SPELL_SPREAD = 0.5;

    private final Traits traits;
    private final RandomGenerator random;
    /// Whether a treatment works is the luck of that treatment, whatever its day.
    private final long luck;
    private double severity;
    private double wellDaysLeft;
    private int treatments;
    private boolean treatedToday;

    public Spells(Traits traits, RandomGenerator random) {
        this.traits = traits;
        this.random = random;
        this.luck = random.nextLong();
        this.severity = traits.setPoint();
    }

    private Spells(Spells from, RandomGenerator random, long luck) {
        this.traits = from.traits;
        this.random = random;
        this.luck = luck;
        this.severity = from.severity;
        this.wellDaysLeft = from.wellDaysLeft;
        this.treatments = from.treatments;
        this.treatedToday = from.treatedToday;
    }

    @Override
    public VirtualPatient copy(RandomGenerator life) {
        return new Spells(this, life, luck);
    }

    @Override
    public VirtualPatient withNewFate(RandomGenerator life) {
        return new Spells(this, life, life.nextLong());
    }

    @Override
    public boolean responder() {
        return traits.responder();
    }

    @Override
    public double severity() {
        return severity;
    }

    @Override
    public int answer() {
        double spread = 1 + 0.12 * severity;
        return Scale.rounded(severity + spread * random.nextGaussian());
    }

    @Override
    public void treat() {
        treatedToday = true;
    }

    @Override
    public void nextDay() {
        // Drawn first, so that a treatment changes nothing but what it does.
        double drift = traits.driftPerRootDay() * random.nextGaussian();
        if (treatedToday) {
            treatments++;
            treatedToday = false;
            RandomGenerator its = new DailyChance(luck, treatments);
            if (its.nextDouble() < 0.25 + 0.75 * traits.response()) {
                renew(its.nextGaussian());
            }
        }
        wellDaysLeft = Math.max(0, wellDaysLeft - 1);
        boolean well = wellDaysLeft > 0 && traits.responder();
        double target = well ? WELL_LEVEL : traits.setPoint();
        severity += (target - severity) / SMOOTHING_DAYS + drift;
        severity = Math.max(0, severity);
    }

    private void renew(double length) {
        double median = 1.4
                * traits.fadeDays()
                * (1 + traits.growth() * Math.log(treatments))
                * Math.pow(traits.tolerance(), treatments - 1);
        double spell = median * Math.exp(SPELL_SPREAD * length);
        wellDaysLeft = Math.max(wellDaysLeft, spell);
    }
}
