package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

@ClinicTest
class WorklistTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int WORST = 3;

    @Autowired
    Visitors visitors;

    @Autowired
    Courses courses;

    @Test
    void mostUrgentFirst() {
        String page = visitors.as(Role.PRESCRIBER).get("/worklist").body();

        assertThat(page.indexOf("g-self-harm\""))
                .isPositive()
                .isLessThan(page.indexOf("g-overdue\""));
        assertThat(page.indexOf("g-overdue\"")).isLessThan(page.indexOf("g-later\""));
        assertThat(page.indexOf("g-later\"")).isLessThan(page.indexOf("g-booked\""));
    }

    @Test
    void aBookedDayHidesNobodyWhoHasBecomeWorse() {
        UUID id = bookedLater();
        assertThat(shown("booked")).contains(id.toString());

        answer(id);

        assertThat(shown("booked")).doesNotContain(id.toString());
        assertThat(visitors.as(Role.PRESCRIBER).get("/worklist").body()).contains(id.toString());
    }

    /// Someone well whose day is booked, with no decision on what is known now.
    private UUID bookedLater() {
        Person person = visitors.person(Role.PRESCRIBER);
        String booked = shown("booked");
        return visitors.courses(person).stream()
                .filter(each -> each.decision().isEmpty())
                .filter(each -> each.responses().getLast().on().isBefore(TODAY))
                .filter(each -> each.appointment()
                        .map(day -> day.on().isAfter(TODAY.plusDays(12)))
                        .orElse(false))
                .map(Snapshot::patient)
                .map(patient -> patient.id())
                .filter(id -> booked.contains(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private String shown(String kind) {
        return visitors.as(Role.PRESCRIBER).get("/worklist?show=" + kind).body();
    }

    private void answer(UUID id) {
        String path = "/patients/" + id + "/questionnaires/phq-9";
        Visitor prescriber = visitors.as(Role.PRESCRIBER);
        Map<String, String> form = Visitor.hidden(prescriber.get(path), path);
        form.put("day", TODAY.toString());
        IntStream.rangeClosed(1, 8).forEach(item -> form.put("item-" + item, "" + WORST));
        form.put("item-9", "0");
        assertThat(prescriber.post(path, form).statusCode()).isEqualTo(302);
    }
}
