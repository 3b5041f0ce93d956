package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.identity.Machines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Programs that sign in without a person, as HTTP sees them.
@ClinicTest
class MachineTest {
    private static final String SCORES =
            "patient,date,score\nm-1,2026-11-01,12\nm-2,2026-11-02,9\n";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    Machines machines;

    @Autowired
    @Qualifier("owner")
    JdbcClient owner;

    private OtherClinic clinics;
    private OtherClinic.Someone manager;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinics = new OtherClinic(visitors, people, links, courses);
        manager = clinics.someone(clinics.prescriber().person().clinic(), Role.MANAGER);
    }

    @Test
    void aManagerRegistersAProgramWhoseTokenIsShownOnce() {
        Visitor visitor = manager.visitor();
        Map<String, String> fields = Visitor.hidden(visitor.get("/machines"), "/machines");
        fields.putAll(Map.of("name", "Lab feed", "days", "90", "may-import", "yes"));
        assertThat(visitor.post("/machines", fields)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("a second factor first")
                .contains("/confirm");
        Owner.giveSecondFactor(manager.person().id());

        HttpResponse<String> made = visitor.post("/machines", fields);

        Matcher token = Pattern.compile("ekm_[0-9a-f-]{36}_[A-Za-z0-9_-]{43}").matcher(made.body());
        assertThat(token.find()).isTrue();
        assertThat(visitor.get("/machines").body())
                .contains("Lab feed", "until 19 Feb 2027")
                .doesNotContain(token.group());
        assertThat(visitor.post("/machines", fields).statusCode()).isEqualTo(422);
        assertThat(owner.sql("select count(*) from identity.machine where token_hash = sha256(?)")
                        .param(token.group().getBytes(StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(visitors.as(Role.PRESCRIBER).get("/machines").statusCode()).isEqualTo(404);
        Visitor program = Visitor.program(visitors.address(), token.group());
        assertThat(program.get("/machine/patients").statusCode())
                .as("it may import only")
                .isEqualTo(404);
        assertThat(send(program, UUID.randomUUID(), SCORES).statusCode()).isEqualTo(200);
    }

    @Test
    void anImportIsOneCallAllOrNothingAndOnce() {
        Machines.Registered feed = register(Duration.ofDays(1));
        Visitor program = program(feed);
        UUID key = UUID.randomUUID();

        HttpResponse<String> bad = send(program, key, SCORES + "m-3,2026-11-02,99\n");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(type(bad)).startsWith("application/problem+json");
        assertThat(bad.body())
                .contains("\"title\":\"Nothing was saved\"", "\"line\":4", "\"value\":\"99\"");
        assertThat(patients()).isZero();

        HttpResponse<String> saved = send(program, key, SCORES);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body())
                .contains("\"import\":\"" + key + "\"", "\"patients\":{\"added\":2,\"known\":0}");
        assertThat(send(program, key, SCORES).body()).isEqualTo(saved.body());
        assertThat(send(program, UUID.randomUUID(), SCORES).body())
                .contains("\"patients\":{\"added\":0,\"known\":2}");
        assertThat(patients()).isEqualTo(2);
        assertThat(acts(feed.person()))
                .contains("import-save done", "patient-import done", "import-save refused");

        assertThat(send(
                                program,
                                UUID.randomUUID(),
                                SCORES.replace("score\n", "score,x\n")
                                        .replaceAll("(\\d)\n", "$1,y\n"))
                        .body())
                .contains("\"notes\":[\"scores.csv: columns not used: x\"]");
        HttpResponse<String> both = program.with(
                        "Idempotency-Key", UUID.randomUUID().toString())
                .upload(
                        "/machine/import",
                        FormWithFiles.of(Map.of())
                                .file("fhir", "f.json", "{}")
                                .file("treatments", "t.csv", "patient"));
        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body()).contains("one of the two");

        FormWithFiles form = FormWithFiles.of(Map.of()).file("scores", "s.csv", SCORES);
        assertThat(program.upload("/machine/import", form).body()).contains("Idempotency-Key");
        assertThat(program.with("Idempotency-Key", key.toString())
                        .upload("/machine/import", FormWithFiles.of(Map.of()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatItTookInItTakesOutAndReachesNoOtherClinic() {
        Machines.Registered feed = register(Duration.ofDays(1));
        Visitor program = program(feed);
        send(program, UUID.randomUUID(), SCORES);
        Matcher patient = Pattern.compile("\"patient\":\"([0-9a-f-]{36})\"")
                .matcher(program.get("/machine/patients").body());
        assertThat(patient.find()).isTrue();

        HttpResponse<String> course = program.get("/patients/" + patient.group(1) + "/export/fhir");
        assertThat(course.statusCode()).isEqualTo(200);
        assertThat(course.body()).contains("\"resourceType\"");

        UUID elsewhere = visitors.person(Role.PATIENT).patientId().orElseThrow();
        HttpResponse<String> denied = program.get("/patients/" + elsewhere + "/export/fhir");
        assertThat(denied.statusCode()).isEqualTo(404);
        assertThat(type(denied)).startsWith("application/problem+json");
        assertThat(acts(feed.person())).contains("fhir-export done", "fhir-export denied");
    }

    /// HZ-12.
    @Test
    void revokedExpiredWrongAndBesideACookieNothingOpens() {
        Machines.Registered feed = register(Duration.ofDays(1));
        Visitor program = program(feed);
        assertThat(program.get("/machine/patients").statusCode()).isEqualTo(200);

        assertThat(program.with("Cookie", "evenkeel=x").get("/machine/patients").statusCode())
                .isEqualTo(400);
        assertThat(manager.visitor()
                        .with("Authorization", "Bearer " + feed.token())
                        .with("Cookie", "evenkeel=" + manager.visitor().cookie("evenkeel"))
                        .get("/people")
                        .statusCode())
                .as("a token takes no session along")
                .isEqualTo(400);
        Visitor wrong = Visitor.program(
                visitors.address(), feed.token().substring(0, feed.token().length() - 1) + "!");
        HttpResponse<String> refused = wrong.get("/machine/patients");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();

        Map<String, String> fields = Visitor.hidden(
                manager.visitor().get("/machines"), "/machines/" + feed.person().id() + "/revoke");
        String revoke = "/machines/" + feed.person().id() + "/revoke";
        assertThat(visitors.as(Role.MANAGER).post(revoke, Map.of()).statusCode())
                .as("a form of another clinic's manager without its token")
                .isEqualTo(403);
        assertThat(manager.visitor().post(revoke, fields).statusCode()).isEqualTo(302);
        assertThat(program.get("/machine/patients").statusCode()).isEqualTo(401);
        assertThat(acts(feed.person())).contains("machine-sign-in denied");

        Machines.Registered old = register(Duration.ofDays(1));
        owner.sql("update identity.machine set made_at = made_at - interval '9 days',"
                        + " expires_at = expires_at - interval '9 days' where person_id = ?")
                .param(old.person().id())
                .update();
        assertThat(program(old).get("/machine/patients").statusCode()).isEqualTo(401);
    }

    @Test
    void oneThatIsTooFastIsSlowedDownAndHasNoSession() {
        Machines.Registered feed = register(Duration.ofDays(1));
        Visitor program = program(feed);
        int status = 0;
        for (int request = 0; request < 400 && status != 429; request++) {
            status = program.get("/nothing-here").statusCode();
        }
        assertThat(status).isEqualTo(429);
        Machines.Registered other = register(Duration.ofDays(1));
        assertThat(program(other).get("/machine/patients").statusCode())
                .as("another program is not held up")
                .isEqualTo(200);
        assertThat(visitors.stranger()
                        .get("/enter/" + links.issue(feed.person().id()))
                        .statusCode())
                .isEqualTo(404);
    }

    private Machines.Registered register(Duration life) {
        Person person = manager.person();
        return Visitors.inClinic(
                person.clinicId(),
                () -> machines.register(
                                person,
                                Command.of(UUID.randomUUID()),
                                "Feed",
                                Set.of(Permission.IMPORT, Permission.EXPORT),
                                life)
                        .orElseThrow());
    }

    private Visitor program(Machines.Registered registered) {
        return Visitor.program(visitors.address(), registered.token());
    }

    private static HttpResponse<String> send(Visitor program, UUID key, String scores) {
        return program.with("Idempotency-Key", key.toString())
                .upload(
                        "/machine/import",
                        FormWithFiles.of(Map.of()).file("scores", "scores.csv", scores));
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private int patients() {
        return owner.sql("select count(*) from patient.patient where clinic_id = ?")
                .param(manager.person().clinicId())
                .query(Integer.class)
                .single();
    }

    private List<String> acts(Person person) {
        return owner.sql("select action || ' ' || outcome from audit.event where actor_id = ?")
                .param(person.id())
                .query(String.class)
                .list();
    }
}
