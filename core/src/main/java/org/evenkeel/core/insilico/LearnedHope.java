package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;

/// Held out: nothing of the project is ever fitted or tuned to this law.
///
/// Somebody learns from each day what doing things brings. Hope decides how much is done;
/// what is done brings something, part of it at once and part only through routines weeks
/// later; and hope moves towards what came. Bad surprises teach an ill person more than good
/// ones, so that hope settles below what life would bring, little is done, and little comes.
/// A treatment lifts the days after it and opens a window in which good surprises teach more.
/// A better life also raises what is taken for granted, so some of the gain wears off.
/// Seasons and losses change what days bring. Questionnaires look back over some days.
///
/// The ideas are those of learned helplessness, of asymmetric learning and of getting used
/// to things; every number is a default of this project.
public final class LearnedHope implements VirtualPatient {
    private static final int DAYS_BEFORE = 150;
    /// Clinics treat those who are ill; after so many draws anybody is taken.
    private static final double ILL_FROM = 12;

    private static final int DRAWS = 12;

    private static final double STEEPNESS = 4.4;
    private static final double SPREAD_OF_DAYS = 0.3;
    private static final double ROUTINE_DAYS = 12;
    private static final double BROUGHT_AT_ONCE = 0.4;
    private static final double LOSS_KEPT = Math.exp(-1 / 18.0);
    private static final double LIFT_KEPT = Math.exp(-1 / 3.0);
    private static final double TAKEN_FOR_GRANTED_DAYS = 100;
    private static final double USUAL_BEFORE = 0.2;
    private static final double MOMENTUM_KEPT = 0.8;
    private static final double LOOKS_BACK_DAYS = 4;
    private static final double FASTEST = 0.5;

    private final Person person;
    private final RandomGenerator random;
    private double hope = 0.2;
    private double routine = 0.2;
    private double usual = USUAL_BEFORE;
    private double momentum;
    private double window;
    private double windowKept = 1;
    private double lift;
    private double loss;
    private double gloom = 0.8;
    private double idleness = 0.8;
    private double strain;
    private int day;
    private int treatments;
    private boolean treatedToday;

    /// What one patient is like.
    ///
    /// @param brings what a day of full activity brings
    /// @param good share of a good surprise that is learned in a day
    /// @param bad the same of a bad one
    /// @param adapts share of a better life that comes to be taken for granted
    /// @param opens what a treatment adds to `good`, 0 for who is not helped
    /// @param openDays days in which the window closes to 37 %, before growth
    /// @param growth how that time grows with the logarithm of treatments
    /// @param slowness treatments it takes until one works by 63 % of its strength
    /// @param tolerance factor on each further treatment
    /// @param winter how much less the worst day of the year brings
    /// @param beginsOn day after midwinter on which treatment begins
    /// @param lossesPerYear life events
    /// @param items how this person answers
    record Person(
            double brings,
            double good,
            double bad,
            double adapts,
            double opens,
            double openDays,
            double growth,
            double slowness,
            double tolerance,
            double winter,
            int beginsOn,
            double lossesPerYear,
            RememberedItems items) {

        static Person drawn(RandomGenerator random) {
            boolean helped = random.nextDouble() >= 0.28;
            double pace = Math.exp(0.35 * random.nextGaussian());
            return new Person(
                    0.97 + 0.15 * random.nextGaussian(),
                    0.02 * pace,
                    0.042 * pace,
                    0.35 * random.nextDouble(),
                    helped ? 0.24 * Math.exp(0.6 * random.nextGaussian()) : 0,
                    9 * Math.exp(0.6 * random.nextGaussian()),
                    0.6 * random.nextDouble(),
                    random.nextDouble() < 0.15 ? 7 : 1.5,
                    random.nextDouble() < 0.15 ? 0.94 : 1,
                    0.12 * random.nextDouble(),
                    random.nextInt(365),
                    2.5 * random.nextDouble(),
                    RememberedItems.drawn(random));
        }
    }

    private LearnedHope(Person person, RandomGenerator random) {
        this.person = person;
        this.random = random;
    }

    /// A patient drawn from the population, as ill as patients come to a clinic.
    static LearnedHope drawn(RandomGenerator draw, RandomGenerator life) {
        LearnedHope patient = before(draw);
        for (int n = 1; n < DRAWS && patient.severity() < ILL_FROM; n++) {
            patient = before(draw);
        }
        return (LearnedHope) patient.copy(life);
    }

    private static LearnedHope before(RandomGenerator draw) {
        LearnedHope patient = new LearnedHope(Person.drawn(draw), draw);
        patient.day = -DAYS_BEFORE;
        while (patient.day < 0) {
            patient.nextDay();
        }
        return patient;
    }

    @Override
    public VirtualPatient copy(RandomGenerator life) {
        LearnedHope copy = new LearnedHope(person, life);
        copy.hope = hope;
        copy.routine = routine;
        copy.usual = usual;
        copy.momentum = momentum;
        copy.window = window;
        copy.windowKept = windowKept;
        copy.lift = lift;
        copy.loss = loss;
        copy.gloom = gloom;
        copy.idleness = idleness;
        copy.strain = strain;
        copy.day = day;
        copy.treatments = treatments;
        copy.treatedToday = treatedToday;
        return copy;
    }

    @Override
    public boolean responder() {
        return person.opens > 0;
    }

    /// The expected total of the items.
    @Override
    public double severity() {
        return person.items.expected(gloom, idleness, strain);
    }

    @Override
    public int answer() {
        return person.items.answer(gloom, idleness, strain, random);
    }

    @Override
    public void treat() {
        treatedToday = true;
    }

    @Override
    public void nextDay() {
        // Drawn first, so that a treatment changes nothing but what it does.
        double fortune = SPREAD_OF_DAYS * random.nextGaussian();
        if (random.nextDouble() < person.lossesPerYear / 365) {
            loss += -0.3 * Math.log(1 - random.nextDouble());
        }
        if (treatedToday) {
            treatedToday = false;
            beTreated();
        }
        double activity = 1 / (1 + Math.exp(-STEEPNESS * (hope + 0.5 * momentum - 0.5)));
        double done = BROUGHT_AT_ONCE * activity + (1 - BROUGHT_AT_ONCE) * routine;
        double year = Math.cos(2 * Math.PI * (day + person.beginsOn) / 365);
        double came = person.brings * done + lift - loss - person.winter * (1 + year) / 2;
        double surprise = came + fortune - person.adapts * (usual - USUAL_BEFORE) - hope;
        hope += Math.min(FASTEST, surprise > 0 ? person.good + window : person.bad) * surprise;
        routine += (activity - routine) / ROUTINE_DAYS;
        usual += (came - usual) / TAKEN_FOR_GRANTED_DAYS;
        momentum = MOMENTUM_KEPT * momentum + (1 - MOMENTUM_KEPT) * surprise;
        window *= windowKept;
        lift *= LIFT_KEPT;
        loss *= LOSS_KEPT;
        lookBack(activity);
        day++;
    }

    private void beTreated() {
        treatments++;
        double works = (1 - Math.exp(-treatments / person.slowness))
                * Math.pow(person.tolerance, treatments - 1);
        window += person.opens * works;
        lift += person.opens * works;
        windowKept = Math.exp(-1 / (person.openDays * (1 + person.growth * Math.log(treatments))));
    }

    private void lookBack(double activity) {
        gloom += (1 - hope - momentum - gloom) / LOOKS_BACK_DAYS;
        idleness += (1 - (activity + routine) / 2 - idleness) / LOOKS_BACK_DAYS;
        strain += (loss - strain) / LOOKS_BACK_DAYS;
    }
}
