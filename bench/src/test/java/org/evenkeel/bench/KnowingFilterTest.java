package org.evenkeel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.bench.AccuracyCohort.Case;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.insilico.FadingDrops;
import org.evenkeel.core.insilico.Spells;
import org.evenkeel.core.insilico.Traits;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.numerics.Normal;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.random.RandomGenerator;

class KnowingFilterTest {
    private static final KnowingFilter.Size SIZE = new KnowingFilter.Size(20_000, 4_000);
    private static final int[] LEVELS = {8, 10, 12, 14, 16, 18, 20, 22};
    private static final int AS_OF = 90;

    /// Nobody is helped and every level is as common as the next: what the filter should say
    /// is Bayes' rule over eight levels.
    @Test
    void whereTheAnswerIsKnownTheFilterFindsIt() {
        KnowingFilter filter =
                new KnowingFilter(KnowingFilterTest::drawn, new CountedAnswers(0), SIZE, 5);
        for (int number = 0; number < 5; number++) {
            Case patient = patient(number);
            double[] believed = believed(patient.known().ratings());
            Predicted said = filter.predicted(patient, number).getFirst();
            for (int k = 0; k < 27; k++) {
                double exact = 0;
                for (int n = 0; n < LEVELS.length; n++) {
                    exact += believed[n] * atMost(k, LEVELS[n]);
                }
                assertThat(said.cumulative()[k]).isCloseTo(exact, within(0.025));
            }
        }
    }

    @Test
    void theSameSeedSaysTheSame() {
        KnowingFilter.Size small = new KnowingFilter.Size(500, 200);
        Case patient = patient(3);
        double once = new KnowingFilter(KnowingFilterTest::drawn, new CountedAnswers(0), small, 5)
                .predicted(patient, 3)
                .getLast()
                .atLeast(10);
        double again = new KnowingFilter(KnowingFilterTest::drawn, new CountedAnswers(0), small, 5)
                .predicted(patient, 3)
                .getLast()
                .atLeast(10);
        assertThat(again).isEqualTo(once);
    }

    /// The noise written down in the bench is that of the patients.
    @Test
    void carriedNoiseIsThatOfFadingDrops() {
        CarriedNoise law = new CarriedNoise();
        double[] counted = new double[AnswerLaw.MAXIMUM + 1];
        double[] said = new double[AnswerLaw.MAXIMUM + 1];
        int people = 0;
        RandomGenerator chance = VirtualPatient.stream(4, 0);
        for (int n = 0; n < 60_000; n++) {
            VirtualPatient patient =
                    new FadingDrops(new Traits(14, 0, 20, 0, 1, 0, 0), VirtualPatient.stream(3, n));
            int first = patient.answer();
            if (first < 17) {
                continue;
            }
            people++;
            var shown = new AnswerLaw.Shown(patient.severity(), 0);
            double left = law.leaves(shown, AnswerLaw.NEVER, first, chance);
            for (int day = 0; day < 7; day++) {
                patient.nextDay();
            }
            counted[patient.answer()]++;
            for (int answer = 0; answer < said.length; answer++) {
                said[answer] += law.likelihood(patient.severity(), left, 7, answer);
            }
        }
        for (int answer = 0; answer < said.length; answer++) {
            // Five standard errors.
            double spread = Math.sqrt(Math.max(1, said[answer]));
            assertThat(counted[answer]).isCloseTo(said[answer], within(5 * spread));
        }
        assertThat(people).isGreaterThan(5_000);
    }

    @Test
    void manyAreDrawnOfTheLikelyAndNoneOfTheImpossible() {
        double[] weights = {0, 1, 2, 0, 5};
        assertThat(ParticleCloud.systematic(8, weights, VirtualPatient.stream(1, 1)))
                .containsExactly(1, 2, 2, 4, 4, 4, 4, 4);
    }

    private static VirtualPatient drawn(RandomGenerator chance) {
        double level = LEVELS[chance.nextInt(LEVELS.length)];
        return new Spells(new Traits(level, 0, 20, 0, 1, 0, 0), chance);
    }

    private static Case patient(int number) {
        RandomGenerator chance = VirtualPatient.stream(11, number);
        Course course = new UsualCare(28, 14, 0.1, true)
                .live(drawn(chance), AS_OF + 40, chance)
                .course();
        List<Rating> later = course.ratings().stream()
                .filter(each -> each.day() >= AS_OF + 7)
                .toList();
        return new Case(course, AS_OF, later);
    }

    private static double[] believed(List<Rating> known) {
        double[] believed = new double[LEVELS.length];
        double sum = 0;
        for (int n = 0; n < LEVELS.length; n++) {
            believed[n] = 1;
            for (Rating each : known) {
                believed[n] *=
                        atMost(each.score(), LEVELS[n]) - atMost(each.score() - 1, LEVELS[n]);
            }
            sum += believed[n];
        }
        for (int n = 0; n < LEVELS.length; n++) {
            believed[n] /= sum;
        }
        return believed;
    }

    /// Answers in `spells` are normal, wider where severity is higher, and rounded.
    private static double atMost(int answer, double severity) {
        if (answer < 0 || answer >= 27) {
            return answer < 0 ? 0 : 1;
        }
        return Normal.cdf((answer + 0.5 - severity) / (1 + 0.12 * severity));
    }
}
