package org.evenkeel.core.pharmacokinetics;

import java.util.random.RandomGenerator;

/// What the drug does while it is there: blood pressure and dissociation as functions of its
/// concentration where it acts, which follows plasma with a delay.
///
/// @param halfTimeHours of the delay
/// @param pressure the rise of blood pressure
/// @param dissociation points of the CADSS
public record EffectModel(double halfTimeHours, Pressure pressure, Dissociation dissociation) {

    /// A rise that saturates: `most·C/(half + C)`.
    ///
    /// @param most the largest rise of systolic pressure, mmHg
    /// @param half concentration of half of it, ng/mL
    /// @param diastolicShare the diastolic rise as a share of the systolic
    /// @param spread standard deviation between people, of the logarithm
    public record Pressure(double most, double half, double diastolicShare, double spread) {}

    /// `most·(C/(half + C))^steepness`, less with each treatment up to one of them, never
    /// more than the scale has.
    ///
    /// @param most points the scale has
    /// @param half concentration, ng/mL
    /// @param steepness power
    /// @param repeated factor from one treatment to the next
    /// @param repeatedTo the last treatment it is less in
    /// @param spread standard deviation between people, of the logarithm
    public record Dissociation(
            double most,
            double half,
            double steepness,
            double repeated,
            int repeatedTo,
            double spread) {}

    /// How much more than typical one person shows.
    public record Person(double pressure, double dissociation) {
        public static final Person TYPICAL = new Person(1, 1);
    }

    /// Per hour: how fast the site follows plasma.
    public double delay() {
        return Math.log(2) / halfTimeHours;
    }

    /// Somebody, by chance.
    public Person drawn(RandomGenerator random) {
        return new Person(
                Math.exp(pressure.spread * random.nextGaussian()),
                Math.exp(dissociation.spread * random.nextGaussian()));
    }

    /// Rise of the systolic pressure, mmHg.
    public double systolic(double ngPerMl, Person who) {
        return who.pressure * pressure.most * ngPerMl / (pressure.half + ngPerMl);
    }

    /// Rise of the diastolic pressure, mmHg.
    public double diastolic(double ngPerMl, Person who) {
        return pressure.diastolicShare * systolic(ngPerMl, who);
    }

    /// Points of the CADSS.
    ///
    /// @param treatment the first is 1; before it there is no concentration either
    public double dissociation(double ngPerMl, int treatment, Person who) {
        Dissociation d = dissociation;
        int repeats = Math.clamp(treatment - 1, 0, d.repeatedTo - 1);
        double points = d.most
                * Math.pow(ngPerMl / (d.half + ngPerMl), d.steepness)
                * Math.pow(d.repeated, repeats);
        return Math.min(d.most, who.dissociation * points);
    }
}
