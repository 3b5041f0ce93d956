package org.evenkeel.core.insilico;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

class LearnedHopeTest {
    private static final int PEOPLE = 300;

    @Test
    void peopleComeIll() {
        int ill = 0;
        for (int n = 0; n < PEOPLE; n++) {
            ill += drawn(n).severity() >= 12 ? 1 : 0;
        }
        assertThat(ill).isGreaterThan(PEOPLE * 95 / 100);
    }

    /// Six treatments in two weeks do not show yet in everyone whom twelve in six weeks help.
    @Test
    void someRespondLate() {
        int atOnce = 0;
        int late = 0;
        for (int n = 0; n < PEOPLE; n++) {
            VirtualPatient patient = drawn(n);
            double before = patient.severity();
            double after = treated(patient, 6, 2);
            double later = treated(patient, 6, 5);
            atOnce += after <= before / 2 ? 1 : 0;
            late += after > before / 2 && later <= before / 2 ? 1 : 0;
        }
        assertThat(atOnce).isBetween(PEOPLE * 40 / 100, PEOPLE * 65 / 100);
        assertThat(late).isBetween(PEOPLE * 5 / 100, PEOPLE * 20 / 100);
    }

    @Test
    void nobodyIsHelpedWhomTreatmentDoesNotHelp() {
        for (int n = 0; n < PEOPLE; n++) {
            LearnedHope patient = drawn(n);
            if (!patient.responder()) {
                VirtualPatient untreated = patient.copy(VirtualPatient.stream(8, n));
                VirtualPatient treated = patient.copy(VirtualPatient.stream(8, n));
                treated(treated, 6, 2);
                for (int day = 0; day < 12; day++) {
                    untreated.nextDay();
                }
                assertThat(treated.severity()).isEqualTo(untreated.severity());
            }
        }
    }

    private static LearnedHope drawn(int number) {
        RandomGenerator draw = VirtualPatient.stream(7, number);
        return LearnedHope.drawn(draw, VirtualPatient.stream(8, number));
    }

    private static double treated(VirtualPatient patient, int times, int everyDays) {
        for (int day = 0; day < times * everyDays; day++) {
            if (day % everyDays == 0) {
                patient.treat();
            }
            patient.nextDay();
        }
        return patient.severity();
    }
}
