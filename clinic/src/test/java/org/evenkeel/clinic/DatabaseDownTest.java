package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// The database is killed while pages save.
@ClinicTest
class DatabaseDownTest {
    private static final int ROUNDS = 3;
    private static final int PATIENTS = 8;
    /// Behind those for whom other tests record something that day.
    private static final int FIRST = 96;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Autowired
    Visitors visitors;

    @Autowired
    Courses courses;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private Visitor nurse;

    @BeforeEach
    void signIn() {
        nurse = visitors.as(Role.NURSE);
    }

    @Test
    void whatIsConfirmedIsThereOnceAndTheRestIsSaidInAClearSentence() throws Exception {
        int unconfirmed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Sheet> sheets = sheets(round);
            List<CompletableFuture<HttpResponse<String>>> answers = sheets.stream()
                    .map(sheet -> CompletableFuture.supplyAsync(() -> send(sheet)))
                    .toList();
            killPostgres();
            for (int i = 0; i < answers.size(); i++) {
                HttpResponse<String> answer = answers.get(i).join();
                if (answer.statusCode() != 302) {
                    unconfirmed++;
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.body()).contains("The database did not answer");
                    untilSaved(sheets.get(i));
                }
            }
            sheets.forEach(sheet -> assertThat(saved(sheet)).isOne());
        }
        assertThat(unconfirmed).as("requests the kill has hit").isPositive();
        assertThat(flagsWithoutResponse()).isZero();
    }

    record Sheet(UUID patient, Map<String, String> form) {}

    /// Patients who have not answered today, others in each round.
    private List<Sheet> sheets(int round) {
        return visitors.courses(visitors.person(Role.NURSE)).stream()
                .filter(each ->
                        each.responses().stream().noneMatch(sheet -> sheet.on().equals(DAY)))
                .skip(FIRST + (long) round * PATIENTS)
                .limit(PATIENTS)
                .map(each -> each.patient().id())
                .map(id -> new Sheet(id, form(id)))
                .toList();
    }

    private Map<String, String> form(UUID id) {
        String path = path(id);
        Map<String, String> form = Visitor.hidden(nurse.get(path), path);
        form.put("day", DAY.toString());
        IntStream.rangeClosed(1, 9).forEach(item -> form.put("item-" + item, "1"));
        return form;
    }

    private HttpResponse<String> send(Sheet sheet) {
        return nurse.post(path(sheet.patient()), sheet.form());
    }

    /// A person who was told to save again, does so with the same form.
    private void untilSaved(Sheet sheet) throws InterruptedException {
        int last = 0;
        for (int attempt = 0; attempt < 60; attempt++) {
            last = send(sheet).statusCode();
            if (last == 302) {
                return;
            }
            Thread.sleep(300);
        }
        throw new AssertionError("not saved in the end, the last answer was " + last);
    }

    private static void killPostgres() throws IOException {
        String pid = Files.readAllLines(TestDatabase.folder().resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    private int saved(Sheet sheet) {
        return database.sql("""
                        select count(*) from prom.response
                        where patient_id = :id and answered_on = date '2026-11-21'
                        """)
                .param("id", sheet.patient())
                .query(Integer.class)
                .single();
    }

    /// Each of these sheets answers the self-harm item with 1, so each must have its flag.
    private int flagsWithoutResponse() {
        return database.sql("""
                        select count(*) from prom.response r
                        full join prom.risk_flag f on f.response_id = r.id
                        where r.risk_item >= 1 and f.response_id is null or r.id is null
                        """).query(Integer.class).single();
    }

    private static String path(UUID id) {
        return "/patients/" + id + "/questionnaires/phq-9";
    }
}
