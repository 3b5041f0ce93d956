package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Engine;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ClinicTest
class DecisionTest {
    /// Each test decides on a patient nobody has decided on.
    private static final Set<UUID> TAKEN = new HashSet<>();

    @Autowired
    Visitors visitors;

    @Autowired
    Courses courses;

    @Autowired
    Engine engine;

    @Autowired
    InstantSource clock;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    @Test
    void acceptingBooksTheProposedDayAndKeepsWhatItWasDecidedOn() {
        Snapshot patient = patient(Answer.Kind.BOOK);
        Answer answer = answer(patient);

        assertThat(decide(patient, Map.of("kind", "accept")).statusCode()).isEqualTo(302);

        assertThat(booked(patient)).contains(answer.proposedDay().orElseThrow());
        Map<String, Object> row =
                database.sql("""
                        select kind, proposal, model_version, input_hash, p_unwell
                        from forecasting.decision where patient_id = :id
                        """).param("id", patient.patient().id()).query().singleRow();
        assertThat(row)
                .containsEntry("kind", "accept")
                .containsEntry("proposal", "book")
                .containsEntry("input_hash", answer.inputHash())
                .containsEntry("p_unwell", answer.proposedUnwell().orElseThrow());
        assertThat(row.get("model_version")).asString().isNotBlank();
    }

    @Test
    void theSameFormTwiceBooksOnce() {
        Snapshot patient = patient(Answer.Kind.BOOK);
        Map<String, String> form = form(patient);
        form.put("kind", "accept");

        assertThat(send(patient, form).statusCode()).isEqualTo(302);
        assertThat(send(patient, form).statusCode()).isEqualTo(302);
        form.put("reason", "on second thoughts");
        assertThat(send(patient, form).statusCode()).isEqualTo(422);

        assertThat(decisions(patient)).isOne();
    }

    /// HZ-35.
    @Test
    void aPageOthersHaveOvertakenBooksNothing() {
        Snapshot patient = patient(Answer.Kind.BOOK);
        Map<String, String> stale = form(patient);
        stale.put("kind", "accept");
        decide(patient, Map.of("kind", "decline", "reason", "away until January"));

        HttpResponse<String> answer = send(patient, stale);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Something changed on this page");
        assertThat(booked(patient)).isEmpty();
        assertThat(decisions(patient)).isOne();
    }

    @Test
    void theDecisionMadeLastHoldsThoughTheClockWasSetBack() {
        Snapshot patient = patient(Answer.Kind.ASK);
        decide(patient, Map.of("kind", "decline", "reason", "the first"));
        database.sql("""
                        update forecasting.decision set at = at + interval '1 hour'
                        where patient_id = :id
                        """).param("id", patient.patient().id()).update();

        decide(patient, Map.of("kind", "decline", "reason", "the last"));

        Person person = visitors.person(Role.PRESCRIBER);
        assertThat(visitors.courses(person, patient.patient().id())
                        .orElseThrow()
                        .decision())
                .hasValueSatisfying(each -> assertThat(each.reason()).contains("the last"));
        assertThat(visitors.courses(person).stream()
                        .filter(each ->
                                each.patient().id().equals(patient.patient().id()))
                        .findFirst()
                        .orElseThrow()
                        .decision())
                .hasValueSatisfying(each -> assertThat(each.reason()).contains("the last"));
    }

    @Test
    void aFormWithoutItsFieldsOrWithOthersSavesNothing() {
        Snapshot patient = patient(Answer.Kind.BOOK);
        for (String field : List.of("key", "seen", "kind")) {
            for (String value : List.of("", "x", "\u0000", "' or 1=1 --")) {
                Map<String, String> form = form(patient);
                form.put("kind", "accept");
                form.put(field, value);
                assertThat(send(patient, form).statusCode())
                        .as(field + "=" + value)
                        .isBetween(400, 499);
            }
            Map<String, String> form = form(patient);
            form.put("kind", "accept");
            form.remove(field);
            assertThat(send(patient, form).statusCode()).as("no " + field).isBetween(400, 499);
        }
        assertThat(decide(patient, Map.of("kind", "decline", "reason", "a\u0000b"))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(decisions(patient)).isZero();
    }

    @Test
    void movingWithinWhatTheProtocolAllowsNeedsNoReason() {
        Snapshot patient = patient(Answer.Kind.BOOK);
        LocalDate day = answer(patient).bounds().orElseThrow().latest();

        HttpResponse<String> answer = decide(patient, Map.of("kind", "move", "day", "" + day));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(booked(patient)).contains(day);
    }

    @Test
    void movingOutsideItAsksForOne() {
        Snapshot patient = patient(Answer.Kind.BOOK);
        LocalDate day = answer(patient).bounds().orElseThrow().latest().plusDays(1);
        Map<String, String> move = Map.of("kind", "move", "day", "" + day);

        HttpResponse<String> without = decide(patient, move);
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("outside what the protocol allows");
        assertThat(booked(patient)).isEmpty();

        Map<String, String> with = Map.of("kind", "move", "day", "" + day, "reason", "travels");
        assertThat(decide(patient, with).statusCode()).isEqualTo(302);
        assertThat(booked(patient)).contains(day);
    }

    @Test
    void decliningNeedsAReasonAndBooksNothing() {
        Snapshot patient = patient(Answer.Kind.ASK);

        assertThat(decide(patient, Map.of("kind", "decline", "reason", "  ")).statusCode())
                .isEqualTo(422);
        assertThat(decisions(patient)).isZero();

        assertThat(decide(patient, Map.of("kind", "decline", "reason", "watch first"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(booked(patient)).isEmpty();
        assertThat(decisions(patient)).isOne();
    }

    @Test
    void nothingIsBookedInThePast() {
        Snapshot patient = patient(Answer.Kind.BOOK);
        Map<String, String> past =
                Map.of("kind", "move", "day", "2026-11-20", "reason", "by mistake");

        assertThat(decide(patient, past).statusCode()).isEqualTo(422);
        assertThat(decisions(patient)).isZero();
    }

    @Test
    void aQuestionCannotBeAccepted() {
        Snapshot patient = patient(Answer.Kind.ASK);

        assertThat(decide(patient, Map.of("kind", "accept")).statusCode()).isEqualTo(422);
        assertThat(decisions(patient)).isZero();
    }

    @Test
    void whoMayNotDecideDoesNotEvenFindTheWay() {
        Snapshot patient = patient(Answer.Kind.BOOK);
        Visitor nurse = visitors.as(Role.NURSE);
        Map<String, String> token = Visitor.hidden(nurse.get("/worklist"), "/leave");

        assertThat(nurse.post(path(patient), token).statusCode()).isEqualTo(404);
        assertThat(nurse.get("/patients/" + patient.patient().id()).body())
                .doesNotContain("/decision\"");
    }

    private Snapshot patient(Answer.Kind kind) {
        Person person = visitors.person(Role.PRESCRIBER);
        Snapshot found = visitors.courses(person).stream()
                .filter(each -> !TAKEN.contains(each.patient().id()))
                .filter(each -> each.decision().isEmpty() && each.appointment().isEmpty())
                .filter(each -> answer(each).kind() == kind)
                .findFirst()
                .orElseThrow();
        TAKEN.add(found.patient().id());
        return found;
    }

    private Answer answer(Snapshot snapshot) {
        Person person = visitors.person(Role.PRESCRIBER);
        return engine.answer(snapshot, person.clinic(), person.today(clock));
    }

    private HttpResponse<String> decide(Snapshot patient, Map<String, String> fields) {
        Map<String, String> form = form(patient);
        form.putAll(fields);
        return send(patient, form);
    }

    private Map<String, String> form(Snapshot patient) {
        HttpResponse<String> page = visitors.as(Role.PRESCRIBER)
                .get("/patients/" + patient.patient().id());
        return Visitor.hidden(page, path(patient));
    }

    private HttpResponse<String> send(Snapshot patient, Map<String, String> form) {
        return visitors.as(Role.PRESCRIBER).post(path(patient), form);
    }

    private static String path(Snapshot patient) {
        return "/patients/" + patient.patient().id() + "/decision";
    }

    private java.util.Optional<LocalDate> booked(Snapshot patient) {
        Person person = visitors.person(Role.PRESCRIBER);
        return visitors.courses(person, patient.patient().id())
                .orElseThrow()
                .appointment()
                .map(appointment -> appointment.on());
    }

    private int decisions(Snapshot patient) {
        return database.sql("select count(*) from forecasting.decision where patient_id = :id")
                .param("id", patient.patient().id())
                .query(Integer.class)
                .single();
    }
}
