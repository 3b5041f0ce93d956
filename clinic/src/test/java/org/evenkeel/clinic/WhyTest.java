package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Engine;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.core.booster.Explanation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.InstantSource;
import java.util.function.Predicate;

@ClinicTest
class WhyTest {
    @Autowired
    Visitors visitors;

    @Autowired
    Courses courses;

    @Autowired
    Engine engine;

    @Autowired
    InstantSource clock;

    @Test
    void theExplanationIsAboutTheProposedDayAndNamesWhatMovedIt() {
        Snapshot patient = patient(answer -> answer.kind() == Answer.Kind.BOOK);
        Person person = visitors.person(Role.PRESCRIBER);
        Explanation explanation = engine.explanation(patient, person.clinic(), person.today(clock))
                .orElseThrow();

        String page = why(patient);

        assertThat(explanation.proposedDay())
                .hasValue((int) answer(patient).proposedDay().orElseThrow().toEpochDay());
        assertThat(page)
                .contains("On the proposed day", "What moved it", "What would change it")
                .contains("Beside other patients", "Untreated, severity would be about")
                .contains("own doses and intervals", "0.50 mg/kg");
    }

    @Test
    void withoutAForecastItSaysSoAndStillShowsWhatHappened() {
        Snapshot patient = patient(answer -> answer.fitted().isEmpty());

        assertThat(why(patient))
                .contains("There is no forecast to explain")
                .contains("own doses and intervals")
                .doesNotContain("What moved it");
    }

    /// HZ-36.
    @Test
    void aPatientNeverSeesIt() {
        Person own = visitors.person(Role.PATIENT);
        String path = "/patients/" + own.patientId().orElseThrow() + "/why";

        assertThat(visitors.as(Role.PATIENT).get(path).statusCode()).isEqualTo(404);
        assertThat(visitors.as(Role.PATIENT).get("/me").body())
                .doesNotContain("forecast", "chance", "What moved it");
    }

    private String why(Snapshot patient) {
        return visitors.as(Role.PRESCRIBER)
                .get("/patients/" + patient.patient().id() + "/why")
                .body();
    }

    private Snapshot patient(Predicate<Answer> suits) {
        return visitors.courses(visitors.person(Role.PRESCRIBER)).stream()
                .filter(each -> each.treatments().size() > 6 && suits.test(answer(each)))
                .findFirst()
                .orElseThrow();
    }

    private Answer answer(Snapshot snapshot) {
        Person person = visitors.person(Role.PRESCRIBER);
        return engine.answer(snapshot, person.clinic(), person.today(clock));
    }
}
