package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Shadow;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.forecast.Calibration;
import org.evenkeel.core.forecast.ScoredForecast;
import org.evenkeel.core.instrument.InstrumentId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

@ClinicTest
class ShadowTest {
    @Autowired
    Visitors visitors;

    @Autowired
    Courses courses;

    @Autowired
    Shadow shadow;

    @Autowired
    Responses responses;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    InstantSource clock;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    @Test
    void aSecondSweepRightAfterDoesNothing() {
        Person person = visitors.person(Role.PRESCRIBER);
        Visitors.inClinic(person.clinicId(), () -> shadow.sweep(person));

        assertThat(Visitors.inClinic(person.clinicId(), () -> shadow.sweep(person)))
                .isEqualTo(new Shadow.Swept(0, 0));
    }

    @Test
    void aNewAnswerIsScoredAndHasForecastsStoredAnew() {
        Person person = visitors.person(Role.PRESCRIBER);
        Visitors.inClinic(person.clinicId(), () -> shadow.sweep(person));
        Snapshot patient = visitors.courses(person).stream()
                .limit(40)
                .filter(each -> ahead(each) > 0)
                .findFirst()
                .orElseThrow();
        Response last = patient.responses().getLast();
        LocalDate on = latestFact(patient).plusDays(ahead(patient));
        int day = (int) on.toEpochDay();
        Acting.inClinic(person.clinicId())
                .run(() -> responses.append(
                        visitors.person(Role.NURSE).actor(),
                        List.of(new Response(
                                last.patientId(),
                                last.instrument(),
                                last.version(),
                                on,
                                new Rating(day, 5, OptionalInt.of(0)),
                                List.of()))));

        assertThat(Visitors.inClinic(person.clinicId(), () -> shadow.sweep(person)))
                .isEqualTo(new Shadow.Swept(4, 1));
        assertThat(Visitors.inClinic(person.clinicId(), () -> shadow.sweep(person)))
                .isEqualTo(new Shadow.Swept(0, 0));
        assertThat(database.sql("""
                                select count(*) from audit.event
                                where action = 'forecasts-stored' and role = 'system'
                                """).query(Integer.class).single()).isPositive();
    }

    @Test
    void factsThatGoBackTheSameDayAreForecastAgain() {
        Person person = visitors.person(Role.PRESCRIBER);
        Visitors.inClinic(person.clinicId(), () -> shadow.sweep(person));
        UUID patient = visitors.courses(person).getLast().patient().id();
        List<Shadow.Swept> swept = new ArrayList<>();

        for (int change : List.of(1, -1, 0)) {
            database.sql(CHANGED)
                    .param("change", change)
                    .param("patient", patient)
                    .update();
            swept.add(Visitors.inClinic(person.clinicId(), () -> shadow.sweep(person)));
        }

        assertThat(swept)
                .containsExactly(
                        new Shadow.Swept(4, 0), new Shadow.Swept(4, 0), new Shadow.Swept(0, 0));
    }

    private static final String CHANGED = """
            update prom.response set total = total + :change
            where id = (select id from prom.response
                        where patient_id = :patient and replaces is null
                        order by answered_on limit 1)
            """;

    /// Of what the demo began with: other tests enter things late, of which no forecast could know.
    @Test
    void everyForecastWasMadeBeforeItsAnswerWithNoTreatmentBetween() {
        visitors.person(Role.PRESCRIBER);
        int scored = database.sql("select count(*) from forecasting.shadow_score")
                .query(Integer.class)
                .single();
        int wrong = database.sql("""
                        select count(*)
                        from forecasting.shadow_score s
                        join forecasting.shadow f on f.id = s.shadow_id
                        where f.as_of >= s.answered_on
                           or abs(f.target - s.answered_on) > 3
                           or exists (select from treatment.administration t
                                      where t.patient_id = s.patient_id
                                        and t.recorded_by = t.clinic_id
                                        and t.given_on > f.as_of and t.given_on < s.answered_on)
                           or exists (select from prom.response r
                                      where r.patient_id = s.patient_id
                                        and r.recorded_by = r.clinic_id
                                        and r.answered_on > f.as_of
                                        and r.answered_on < s.answered_on)
                        """).query(Integer.class).single();

        assertThat(scored).isGreaterThan(55);
        assertThat(wrong).isZero();
    }

    @Test
    void thePageShowsHowForecastsStoodWithoutNames() {
        Person manager = visitors.person(Role.MANAGER);
        List<ScoredForecast> scored =
                Visitors.inClinic(manager.clinicId(), () -> shadow.scored(manager.clinicId()));
        Calibration all = Calibration.of(scored);

        String page = visitors.as(Role.MANAGER).get("/calibration").body();

        assertThat(page)
                .contains(Math.round(all.inside().value() * 100) + " % of " + all.answers())
                .contains("Where answers fell within their forecasts")
                .contains("not before 2,000 answers");
        for (Snapshot each : visitors.courses(manager)) {
            assertThat(page).doesNotContain(each.patient().name().full());
        }
    }

    @Test
    void withFewAnswersItSaysNothingButThat() {
        OtherClinic.Someone other = new OtherClinic(visitors, people, links, courses).prescriber();

        assertThat(other.visitor().get("/calibration").body())
                .contains("Not enough yet")
                .doesNotContain("%", "false alarm");
    }

    /// HZ-34.
    @Test
    void forecastsGoneWrongAreSaidOnThePageAndOnTheWorklist() {
        OtherClinic.Someone other = new OtherClinic(visitors, people, links, courses).prescriber();
        other.confirm(other.sendCsv("patient,date,score\none,2026-11-01,12\n"));
        assertThat(other.visitor().get("/worklist").body()).doesNotContain("no longer calibrated");
        Owner.giveSecondFactor(other.person().id());
        new ConsentFlow(
                        other.visitor(),
                        "/patients/" + other.patients().getFirst().patient().id())
                .agree(ConsentFlow.text(ConsentFlow.IV).use());

        database.sql(WRONG)
                .param("clinic", other.person().clinicId())
                .param("patient", other.patients().getFirst().patient().id())
                .update();

        assertThat(other.visitor().get("/calibration").body())
                .contains("Forecasts are no longer calibrated for this clinic's patients")
                .contains("Patients do worse than forecast")
                .contains("What to do");
        assertThat(other.visitor().get("/worklist").body()).contains("no longer calibrated");
        requireWhatWasTakenBackToCountNoMore(other.person());
    }

    /// 40 forecasts were compared with answers of 20 points; the last was never given.
    private void requireWhatWasTakenBackToCountNoMore(Person person) {
        UUID clinic = person.clinicId();
        assertThat(Visitors.inClinic(clinic, () -> shadow.scored(clinic))).hasSize(40);
        LocalDate on = LocalDate.of(2026, 2, 17);
        UUID patient = visitors.courses(person).getFirst().patient().id();
        Response never = new Response(
                patient,
                new InstrumentId("phq-9"),
                "",
                on,
                new Rating((int) on.toEpochDay(), 20, OptionalInt.of(0)),
                List.of());
        Acting.inClinic(clinic).run(() -> {
            responses.append(person.actor(), List.of(never));
            UUID row = responses.standing(clinic, patient).getFirst().id();
            responses.takeBack(person.actor(), never, new Correction(row, "of somebody else"));
        });
        assertThat(Visitors.inClinic(clinic, () -> shadow.scored(clinic))).hasSize(39);
    }

    /// Forty answers, each near the upper end of its forecast, of today's model and prior.
    private static final String WRONG = """
            with stored as (
                insert into forecasting.shadow (id, clinic_id, patient_id, at, as_of, target,
                    model_version, prior, input_hash, minimum, cumulative, place)
                select gen_random_uuid(), :clinic, :patient, now(), date '2026-01-01' + n,
                    date '2026-01-08' + n, kept.model_version, kept.prior, 'test', 0,
                    array[1.0], 0.5
                from generate_series(1, 40) n,
                    (select model_version, prior from forecasting.shadow limit 1) kept
                returning id, target)
            insert into forecasting.shadow_score (shadow_id, clinic_id, patient_id, at, answered_on,
                observed, horizon, crps, pit, inside)
            select id, :clinic, :patient, now(), target, 20, 7, 5.0, 0.97, false from stored
            """;

    @Test
    void aRealClinicsForecastsAreNeverMadeUpAfterwards() {
        Person real =
                new OtherClinic(visitors, people, links, courses).prescriber().person();

        assertThatThrownBy(() -> shadow.rehearse(real, 5))
                .hasMessageContaining("only a made-up clinic may rehearse");
    }

    /// Days after the latest fact on which an answer would be compared: 7 or less up to today.
    private int ahead(Snapshot patient) {
        LocalDate today = visitors.person(Role.PRESCRIBER).today(clock);
        LocalDate fact = latestFact(patient);
        return fact.plusDays(7).isAfter(today) ? 0 : 7;
    }

    private static LocalDate latestFact(Snapshot patient) {
        LocalDate answered = patient.responses().getLast().on();
        LocalDate given = patient.treatments().getLast().on();
        return answered.isAfter(given) ? answered : given;
    }
}
