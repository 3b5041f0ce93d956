package org.evenkeel.core.insilico;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.course.Course;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

class VirtualPatientTest {
    private static final Traits RESPONDER = new Traits(19, 0.85, 20, 0.3, 1, 0, 0);
    private static final Traits NON_RESPONDER = new Traits(19, 0.02, 20, 0.3, 1, 0, 0);

    static Stream<BiFunction<Traits, RandomGenerator, VirtualPatient>> laws() {
        return Stream.of(FadingDrops::new, Spells::new, TwoPools::new);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aResponderImprovesAndFallsBack(BiFunction<Traits, RandomGenerator, VirtualPatient> law) {
        double before = severity(law, RESPONDER, 0);
        double after = severity(law, RESPONDER, 14);
        double muchLater = severity(law, RESPONDER, 364);
        assertThat(before).isBetween(18.5, 19.5);
        assertThat(after).isLessThan(10);
        assertThat(muchLater).isGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aNonResponderStaysIll(BiFunction<Traits, RandomGenerator, VirtualPatient> law) {
        assertThat(severity(law, NON_RESPONDER, 14)).isGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void sameSeedSameLife(BiFunction<Traits, RandomGenerator, VirtualPatient> law) {
        assertThat(lived(law, 4)).isEqualTo(lived(law, 4)).isNotEqualTo(lived(law, 5));
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void aCopyLivesTheSameDaysAndATreatedOneOthers(World world) {
        int differ = 0;
        int helped = 0;
        for (int n = 0; n < 40; n++) {
            DailyChance chance = new DailyChance(6, n);
            VirtualPatient patient = world.drawn(VirtualPatient.stream(6, n), chance);
            live(patient, chance, 0, 30, false);
            double here = patient.severity();
            DailyChance again = chance.copy();
            VirtualPatient copy = patient.copy(again);
            DailyChance third = chance.copy();
            VirtualPatient treated = patient.copy(third);
            treated.treat();
            live(treated, third, 30, 40, false);
            live(copy, again, 30, 40, false);
            assertThat(patient.severity()).isEqualTo(here);
            live(patient, chance, 30, 40, false);
            assertThat(copy.severity()).isEqualTo(patient.severity());
            helped += patient.responder() ? 1 : 0;
            differ += treated.severity() != patient.severity() && patient.responder() ? 1 : 0;
        }
        assertThat(differ).isGreaterThan(helped / 3);
    }

    /// Only where a treatment may or may not work is there luck to draw anew.
    @ParameterizedTest
    @EnumSource(names = {"SPELLS", "GRADES"})
    void newFateIsNewLuckWithTreatmentsToCome(World world) {
        int differ = 0;
        for (int n = 0; n < 100; n++) {
            DailyChance chance = new DailyChance(6, n);
            VirtualPatient patient = world.drawn(VirtualPatient.stream(6, n), chance);
            DailyChance again = chance.copy();
            VirtualPatient same = patient.copy(again);
            DailyChance third = chance.copy().on(999, DailyChance.Of.VISIT);
            VirtualPatient other = patient.withNewFate(third);
            live(patient, chance, 0, 8, true);
            live(same, again, 0, 8, true);
            live(other, third, 0, 8, true);
            assertThat(same.severity()).isEqualTo(patient.severity());
            differ += other.severity() != patient.severity() ? 1 : 0;
        }
        assertThat(differ).isBetween(10, 90);
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void answersStayOnTheScaleAndFollowSeverity(World world) {
        double sum = 0;
        int n = 0;
        for (int person = 0; person < 60; person++) {
            DailyChance chance = new DailyChance(8, person);
            VirtualPatient patient = world.drawn(VirtualPatient.stream(8, person), chance);
            for (int day = 0; day < 200; day += 10) {
                live(patient, chance, day, day + 10, person % 2 == 0);
                chance.on(day + 10, DailyChance.Of.ANSWER);
                int answer = patient.answer();
                assertThat(answer).isBetween(0, 27);
                sum += answer - patient.severity();
                n++;
            }
        }
        assertThat(sum / n).isBetween(-1.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void aWorldHasThoseWhomTreatmentHelpsAndOthers(World world) {
        int helped = 0;
        for (int n = 0; n < 400; n++) {
            VirtualPatient patient =
                    world.drawn(VirtualPatient.stream(9, n), new DailyChance(9, n));
            helped += patient.responder() ? 1 : 0;
        }
        assertThat(helped).isBetween(240, 340);
        assertThat(World.named(world.id())).contains(world);
    }

    private static void live(
            VirtualPatient patient, DailyChance chance, int from, int to, boolean weekly) {
        for (int day = from; day < to; day++) {
            if (weekly && day % 7 == 0) {
                patient.treat();
            }
            chance.on(day, DailyChance.Of.NATURE);
            patient.nextDay();
        }
    }

    @Test
    void nineAnswersMakeTheTotalAndStayOnTheirScale() {
        TwoPools patient = new TwoPools(RESPONDER, VirtualPatient.stream(1, 1));
        for (int day = 0; day < 300; day++) {
            assertThat(patient.answers()).hasSize(9);
            assertThat(Arrays.stream(patient.answers())).allMatch(each -> each >= 0 && each <= 3);
            assertThat(patient.answer()).isBetween(0, 27);
            if (day % 21 == 0) {
                patient.treat();
            }
            patient.nextDay();
        }
    }

    @Test
    void usualCareKeepsItsHabits() {
        UsualCare.Lived lived = new UsualCare(21, 7, 0.1, true)
                .live(
                        new TwoPools(RESPONDER, VirtualPatient.stream(2, 1)),
                        200,
                        VirtualPatient.stream(2, 2));
        assertThat(lived.severity()).hasSize(200);
        assertThat(lived.course().administrations().subList(0, 6))
                .extracting(each -> each.day())
                .containsExactly(0, 2, 4, 7, 9, 11);
        assertThat(lived.course().ratings().getFirst().day()).isEqualTo(-7);
    }

    private static double severity(
            BiFunction<Traits, RandomGenerator, VirtualPatient> law, Traits traits, int day) {
        VirtualPatient patient = law.apply(traits, VirtualPatient.stream(3, 3));
        for (int today = 0; today < day; today++) {
            if (today == 0 || today == 2 || today == 4 || today == 7 || today == 9 || today == 11) {
                patient.treat();
            }
            patient.nextDay();
        }
        return patient.severity();
    }

    private static Course lived(
            BiFunction<Traits, RandomGenerator, VirtualPatient> law, long seed) {
        RandomGenerator random = VirtualPatient.stream(seed, 0);
        VirtualPatient patient = law.apply(Traits.drawn(random), VirtualPatient.stream(seed, 1));
        return UsualCare.drawn(random).live(patient, 100, random).course();
    }
}
