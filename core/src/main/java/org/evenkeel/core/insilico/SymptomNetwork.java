package org.evenkeel.core.insilico;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Once held out: it showed where the forecast was worse than a mixed model, and one more
/// alternative of the population prior answers to that.
///
/// Nine symptoms excite one another. While the connections are strong the network can rest
/// with its symptoms on or with them off, and stays where it was pushed. A treatment is a
/// field that pushes symptoms off for some days and loosens the connections, which tighten
/// again over weeks; a life event excites a few symptoms for some weeks. Nobody's benefit has
/// a half-life here: lasting long and falling back suddenly come out of the network.
public final class SymptomNetwork implements VirtualPatient {
    private static final int SYMPTOMS = 9;
    private static final double STEEPNESS = 4;
    private static final double INERTIA_DAYS = 4;
    private static final double STRESS_KEPT = Math.exp(-1 / 16.0);
    private static final double FIELD_KEPT = Math.exp(-1 / 6.0);
    private static final double ANSWER_SPREAD = 0.45;
    /// Excitement that switches a symptom on; the last (self-harm) needs most.
    private static final double[] NEEDED = {0.43, 0.40, 0.32, 0.27, 0.46, 0.43, 0.49, 0.62, 0.94};
    /// How strongly a symptom (row) is excited by another (column).
    private static final double[][] EXCITES = {
        {0.0, 0.25, 0.05, 0.2, 0.05, 0.15, 0.15, 0.05, 0.1},
        {0.25, 0.0, 0.1, 0.1, 0.05, 0.3, 0.05, 0.05, 0.1},
        {0.1, 0.3, 0.0, 0.25, 0.1, 0.1, 0.05, 0.1, 0.0},
        {0.15, 0.15, 0.35, 0.0, 0.15, 0.05, 0.1, 0.05, 0.0},
        {0.15, 0.25, 0.15, 0.2, 0.0, 0.1, 0.05, 0.1, 0.0},
        {0.15, 0.4, 0.05, 0.05, 0.0, 0.0, 0.15, 0.05, 0.15},
        {0.2, 0.2, 0.2, 0.25, 0.0, 0.1, 0.0, 0.05, 0.0},
        {0.15, 0.2, 0.1, 0.25, 0.1, 0.05, 0.15, 0.0, 0.0},
        {0.15, 0.4, 0.05, 0.0, 0.0, 0.4, 0.0, 0.0, 0.0},
    };

    private final Person person;
    private final RandomGenerator random;
    private final double[] symptoms;
    private final double[] stress;
    private double connection;
    private double field;
    private int treatments;
    private boolean treatedToday;

    /// What one patient is like.
    ///
    /// @param connection strength of the connections untreated
    /// @param intensity how strongly a symptom that is fully on is felt, 0 to 1
    /// @param push field of one treatment
    /// @param loosened share of the connections one treatment loosens
    /// @param tightensDays days in which the connections tighten again to 37 %, before growth
    /// @param growth how that time grows with the logarithm of treatments
    /// @param tolerance factor on each further treatment
    /// @param eventsPerYear life events
    /// @param bias how the patient answers, in answers above the symptom
    record Person(
            double connection,
            double intensity,
            double push,
            double loosened,
            double tightensDays,
            double growth,
            double tolerance,
            double eventsPerYear,
            double bias) {

        private static final double NO_PUSH = 0.03;

        static Person drawn(RandomGenerator random) {
            boolean helped = random.nextDouble() >= 0.3;
            return new Person(
                    1.17 + 0.12 * random.nextGaussian(),
                    Math.clamp(0.78 + 0.12 * random.nextGaussian(), 0.5, 1),
                    helped ? 0.22 + 0.25 * random.nextDouble() : NO_PUSH * random.nextDouble(),
                    helped ? 0.05 + 0.06 * random.nextDouble() : 0,
                    15 * Math.exp(1.1 * random.nextGaussian()),
                    0.5 * random.nextDouble(),
                    random.nextDouble() < 0.15 ? 0.94 : 1,
                    3 * random.nextDouble(),
                    0.12 * random.nextGaussian());
        }
    }

    SymptomNetwork(Person person, RandomGenerator random) {
        this(person, random, new double[SYMPTOMS], new double[SYMPTOMS]);
        this.connection = person.connection;
        Arrays.fill(symptoms, 0.8);
        // Comes to rest ill, as patients come to a clinic.
        for (int day = 0; day < 30; day++) {
            excite(0);
        }
    }

    private SymptomNetwork(
            Person person, RandomGenerator random, double[] symptoms, double[] stress) {
        this.person = person;
        this.random = random;
        this.symptoms = symptoms;
        this.stress = stress;
    }

    /// A patient drawn from the population.
    static SymptomNetwork drawn(RandomGenerator draw, RandomGenerator life) {
        return new SymptomNetwork(Person.drawn(draw), life);
    }

    @Override
    public VirtualPatient copy(RandomGenerator life) {
        SymptomNetwork copy = new SymptomNetwork(person, life, symptoms.clone(), stress.clone());
        copy.connection = connection;
        copy.field = field;
        copy.treatments = treatments;
        copy.treatedToday = treatedToday;
        return copy;
    }

    @Override
    public boolean responder() {
        return person.push > Person.NO_PUSH;
    }

    @Override
    public double severity() {
        double sum = 0;
        for (double symptom : symptoms) {
            sum += symptom;
        }
        return Math.clamp(3 * person.intensity * sum, 0, Scale.MAXIMUM);
    }

    @Override
    public int answer() {
        int total = 0;
        for (double symptom : symptoms) {
            double felt = 3 * person.intensity * symptom
                    + person.bias
                    + ANSWER_SPREAD * random.nextGaussian();
            total += (int) Math.clamp(Math.round(felt), 0, 3);
        }
        return total;
    }

    @Override
    public void treat() {
        treatedToday = true;
    }

    @Override
    public void nextDay() {
        // Drawn first, so that a treatment changes nothing but what it does.
        double mood = 0.03 * random.nextGaussian();
        if (random.nextDouble() < person.eventsPerYear / 365) {
            lifeEvent();
        }
        double lasting = 1;
        if (treatedToday) {
            treatedToday = false;
            double works = Math.pow(person.tolerance, treatments);
            treatments++;
            field += person.push * works;
            connection *= 1 - person.loosened * works;
        }
        if (treatments > 0) {
            lasting = 1 + person.growth * Math.log(treatments);
        }
        connection += (person.connection - connection) / (person.tightensDays * lasting);
        field *= FIELD_KEPT;
        excite(mood);
        for (int i = 0; i < SYMPTOMS; i++) {
            stress[i] *= STRESS_KEPT;
        }
    }

    private void lifeEvent() {
        double weight = 0.15 + 0.35 * random.nextDouble();
        for (int i = 0; i < SYMPTOMS; i++) {
            if (random.nextDouble() < 0.4) {
                stress[i] += weight;
            }
        }
    }

    private void excite(double mood) {
        double[] before = symptoms.clone();
        for (int i = 0; i < SYMPTOMS; i++) {
            double excitement = stress[i] + mood - field;
            for (int j = 0; j < SYMPTOMS; j++) {
                excitement += connection * EXCITES[i][j] * before[j];
            }
            double above = STEEPNESS * (excitement - NEEDED[i]);
            double wanted = 0.5 * (1 + above / Math.sqrt(1 + above * above));
            symptoms[i] += (wanted - before[i]) / INERTIA_DAYS;
        }
    }
}
