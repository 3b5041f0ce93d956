package org.evenkeel.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.insilico.FadingDrops;
import org.evenkeel.core.insilico.Spells;
import org.evenkeel.core.insilico.Traits;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/// What a registry teaches, on virtual patients.
class PriorLearningTest {
    private static final int PATIENTS = 120;

    private static List<Course> registry(
            BiFunction<Traits, RandomGenerator, VirtualPatient> law, long seed) {
        List<Course> courses = new ArrayList<>();
        for (int n = 0; n < PATIENTS; n++) {
            RandomGenerator random = VirtualPatient.stream(seed, n);
            VirtualPatient patient =
                    law.apply(Traits.drawn(random), VirtualPatient.stream(seed + 1, n));
            courses.add(UsualCare.drawn(random).live(patient, 150, random).course());
        }
        return courses;
    }

    private static PriorLearning.Learned learned(List<Course> courses) {
        return PriorLearning.learn(
                courses, Instruments.phq9(), Priors.phq9(), "phq-9.learned", _ -> {});
    }

    @Test
    void scoresOfPatientsKeptAsideBecomeMoreProbable() {
        PriorLearning.Learned learned = learned(registry(Spells::new, 5));
        assertThat(learned.gainPerScore()).isPositive();
        assertThat(learned.heldOutPatients()).isEqualTo(PATIENTS / 5);
        assertThat(learned.patients()).isEqualTo(PATIENTS);
        assertThat(weightOf(learned.prior(), Prior.Spells.class)).isGreaterThan(0.7);
    }

    @Test
    void theMechanismThatIsAtWorkGainsWeight() {
        Prior prior = learned(registry(FadingDrops::new, 7)).prior();
        assertThat(weightOf(prior, Prior.Fading.class)).isGreaterThan(0.7);
    }

    private static double weightOf(Prior prior, Class<? extends Prior.Mechanism> kind) {
        double all =
                prior.mechanisms().stream().mapToDouble(Prior.Mechanism::weight).sum();
        return prior.mechanisms().stream()
                        .filter(kind::isInstance)
                        .mapToDouble(Prior.Mechanism::weight)
                        .sum()
                / all;
    }

    @Test
    void theSameRegistryTeachesTheSame() {
        List<Course> courses = registry(FadingDrops::new, 9).subList(0, 30);
        assertThat(learned(courses).prior()).isEqualTo(learned(courses).prior());
    }

    @Test
    void aRegistryWithoutTreatmentsLeavesBeliefsAboutTreatmentAlone() {
        List<Course> untreated = registry(FadingDrops::new, 11).stream()
                .map(course -> new Course(
                        course.instrument(),
                        course.ratings().stream()
                                .filter(rating -> rating.day() <= 0)
                                .toList(),
                        List.of()))
                .toList();
        Prior prior = learned(untreated).prior();
        assertThat(prior.benefit().wanderPerTreatment())
                .isEqualTo(Priors.phq9().benefit().wanderPerTreatment(), within(1e-6));
        assertThat(prior.level().mean()).isBetween(16.0, 21.0);
    }

    @Test
    void aFewMistypedScoresChangeLittle() {
        List<Course> courses = registry(FadingDrops::new, 13);
        List<Course> spoilt = new ArrayList<>(courses);
        for (int n = 0; n < PATIENTS; n += 20) {
            List<Rating> ratings = new ArrayList<>(courses.get(n).ratings());
            Rating third = ratings.get(2);
            ratings.set(2, Rating.of(third.day(), third.score() < 14 ? 27 : 0));
            spoilt.set(
                    n,
                    new Course(
                            courses.get(n).instrument(),
                            ratings,
                            courses.get(n).administrations()));
        }
        Prior clean = learned(courses).prior();
        Prior moved = learned(spoilt).prior();
        assertThat(moved.level().mean()).isEqualTo(clean.level().mean(), within(1.0));
        assertThat(moved.benefit().mean()).isEqualTo(clean.benefit().mean(), within(1.5));
    }

    @Test
    void tooFewPatientsAreRefused() {
        List<Course> few = registry(FadingDrops::new, 15).subList(0, 4);
        assertThatThrownBy(() -> learned(few)).hasMessageContaining("got 4");
    }
}
