package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;

/// Held out: nothing of the project is ever fitted or tuned to this law.
///
/// A semi-Markov chain over five grades of severity. A patient stays in a grade for a time
/// that is Weibull and not exponential, then moves by one grade; a treatment that takes hold
/// moves down at once and protects for some days, during which moves lead down. A life event
/// moves up and costs protection. Some people, once in the lowest grade, are at home there.
/// Answers come from the nine items of a graded response model whose trait the grade sets.
public final class Grades implements VirtualPatient {
    private static final int HIGHEST = 4;
    /// The trait at the middle of each grade, in standard deviations of a clinic's patients.
    private static final double[] TRAIT = {-1.75, -0.85, 0.0, 0.85, 1.75};
    private static final double TRAIT_SPREAD = 0.15;
    private static final double DWELL_SHAPE_INVERSE = 1 / 1.7;
    private static final double ILL_DAYS_PROTECTED = 5;
    private static final double HOME_DAYS = 45;

    private final Person person;
    private final RandomGenerator random;
    /// Whether a treatment takes hold is the luck of that treatment, whatever its day.
    private final long luck;
    private int grade;
    private int home;
    private double trait;
    private double severity;
    private double daysLeft;
    private double protectedDays;
    private int treatments;
    private boolean treatedToday;

    /// What one patient is like.
    ///
    /// @param home the grade returned to untreated
    /// @param takesHold chance that a treatment works
    /// @param protectsDays mean days one treatment protects, before growth
    /// @param fallBackDays days in a grade on the way back up
    /// @param growth how protection grows with the logarithm of treatments
    /// @param tolerance factor on the chance that each further treatment works
    /// @param eventsPerYear life events
    /// @param settles whether the lowest grade, once reached, becomes home
    record Person(
            int home,
            double takesHold,
            double protectsDays,
            double fallBackDays,
            double growth,
            double tolerance,
            double eventsPerYear,
            boolean settles) {

        private static final double NEVER = 0.05;

        static Person drawn(RandomGenerator random) {
            double severe = random.nextDouble();
            boolean helped = random.nextDouble() >= 0.3;
            return new Person(
                    severe < 0.2 ? 2 : severe < 0.7 ? 3 : 4,
                    helped ? 0.45 + 0.5 * random.nextDouble() : NEVER * random.nextDouble(),
                    helped ? 6 * Math.exp(0.7 * random.nextGaussian()) : 1,
                    24 * Math.exp(0.5 * random.nextGaussian()),
                    0.8 * random.nextDouble(),
                    random.nextDouble() < 0.12 ? 0.93 : 1,
                    2.5 * random.nextDouble(),
                    random.nextDouble() < 0.15);
        }
    }

    Grades(Person person, RandomGenerator random) {
        this.person = person;
        this.random = random;
        this.luck = random.nextLong();
        this.home = person.home;
        enter(person.home);
    }

    /// A patient drawn from the population.
    static Grades drawn(RandomGenerator draw, RandomGenerator life) {
        return new Grades(Person.drawn(draw), life);
    }

    private Grades(Grades from, RandomGenerator random, long luck) {
        this.person = from.person;
        this.random = random;
        this.luck = luck;
        this.grade = from.grade;
        this.home = from.home;
        this.trait = from.trait;
        this.severity = from.severity;
        this.daysLeft = from.daysLeft;
        this.protectedDays = from.protectedDays;
        this.treatments = from.treatments;
        this.treatedToday = from.treatedToday;
    }

    @Override
    public VirtualPatient copy(RandomGenerator life) {
        return new Grades(this, life, luck);
    }

    @Override
    public VirtualPatient withNewFate(RandomGenerator life) {
        return new Grades(this, life, life.nextLong());
    }

    @Override
    public boolean responder() {
        return person.takesHold > Person.NEVER;
    }

    /// The expected total of the items at the present trait.
    @Override
    public double severity() {
        return severity;
    }

    @Override
    public int answer() {
        return GradedItems.answer(trait, random);
    }

    @Override
    public void treat() {
        treatedToday = true;
    }

    @Override
    public void nextDay() {
        // Drawn first, so that a treatment changes nothing but what it does.
        boolean event = random.nextDouble() < person.eventsPerYear / 365;
        double weight = random.nextDouble();
        if (treatedToday) {
            treatedToday = false;
            beTreated();
        }
        if (event) {
            protectedDays /= 2;
            enter(grade + (weight < 0.3 ? 2 : 1));
        }
        protectedDays = Math.max(0, protectedDays - 1);
        daysLeft--;
        if (daysLeft <= 0) {
            move();
        }
    }

    private void beTreated() {
        treatments++;
        double takesHold = person.takesHold * Math.pow(person.tolerance, treatments - 1);
        RandomGenerator its = new DailyChance(luck, treatments);
        if (its.nextDouble() >= takesHold) {
            return;
        }
        double mean = person.protectsDays * (1 + person.growth * Math.log(treatments));
        // The sum of two exponential times: few protections are very short.
        protectedDays -= mean / 2 * Math.log((1 - its.nextDouble()) * (1 - its.nextDouble()));
        enter(grade - 1);
    }

    private void move() {
        double chance = random.nextDouble();
        if (protectedDays > 0) {
            enter(chance < 0.9 ? grade - 1 : grade + 1);
        } else if (grade < home) {
            enter(chance < 0.85 ? grade + 1 : grade - 1);
        } else if (grade > home) {
            enter(chance < 0.9 ? grade - 1 : grade + 1);
        } else {
            enter(chance < 0.6 ? grade : chance < 0.85 ? grade - 1 : grade + 1);
        }
    }

    private void enter(int wanted) {
        grade = Math.clamp(wanted, 0, HIGHEST);
        if (grade == 0 && person.settles) {
            home = 0;
        }
        trait = TRAIT[grade] + TRAIT_SPREAD * random.nextGaussian();
        severity = GradedItems.expected(trait);
        double scale = HOME_DAYS;
        if (protectedDays > 0) {
            scale = grade > 0 ? ILL_DAYS_PROTECTED : person.fallBackDays;
        } else if (grade != home) {
            scale = person.fallBackDays;
        }
        daysLeft = scale * Math.pow(-Math.log(1 - random.nextDouble()), DWELL_SHAPE_INVERSE);
    }
}
