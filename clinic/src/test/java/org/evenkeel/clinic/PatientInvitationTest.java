package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.identity.internal.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A patient is invited, signs in by themselves, and reads their own record.
@ClinicTest
class PatientInvitationTest {
    private static final String PASSWORD = "nine violet canoes drift";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    @Qualifier("owner")
    JdbcClient owner;

    private OtherClinic.Someone staff;
    private List<UUID> patients = List.of();
    private final String name = "pat-" + UUID.randomUUID() + "@home.example";

    @BeforeEach
    void twoPatients() {
        staff = clinics().prescriber();
        staff.confirm(staff.sendCsv("patient,date,score\na,2026-11-01,12\nb,2026-11-02,9\n"));
        patients = staff.patients().stream().map(each -> each.patient().id()).toList();
    }

    @Test
    void aPatientComesInByTheLinkAndReadsTheirOwnRecordAndNothingElse() {
        String link = link(change(0, Map.of("act", "invite", "name", name)));
        Visitor patient = visitors.stranger();
        assertThat(choose(patient, link).statusCode()).isEqualTo(302);

        assertThat(patient.get("/me").statusCode()).isEqualTo(200);
        assertThat(patient.get("/account").statusCode()).isEqualTo(200);
        for (UUID each : patients) {
            assertThat(patient.get("/patients/" + each).statusCode()).isEqualTo(404);
        }
        assertThat(visitors.stranger().get(link).statusCode())
                .as("the link works once")
                .isEqualTo(410);
        assertThat(patient.get("/me/looks").body()).contains("invited you");
    }

    /// A link goes to where people reach this clinic, whatever host a request names.
    @Test
    void aLinkLeadsToTheClinicsOwnAddress() {
        String home = visitors.address();
        Visitor elsewhere = new Visitor(home.replace("localhost", "127.0.0.1"));
        elsewhere.get("/enter/" + links.issue(staff.person().id()));
        Map<String, String> fields = Visitor.hidden(elsewhere.get(path(0)), path(0));
        fields.putAll(Map.of("act", "invite", "name", name));

        assertThat(elsewhere.post(path(0), fields).body())
                .contains(home + "/sign-in/invitation/")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void onePatientHasOneAccountAndOneNameIsOnePersons() {
        change(0, Map.of("act", "invite", "name", name));

        HttpResponse<String> again = change(0, Map.of("act", "invite", "name", "x" + name));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("has an account already");
        HttpResponse<String> taken = change(1, Map.of("act", "invite", "name", name));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("Somebody signs in with this name");
        assertThat(owner.sql("select count(*) from identity.patient_account where clinic_id = ?")
                        .param(staff.person().clinicId())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aNewLinkAndDisablingEndWhatWasBefore() {
        String link = link(change(0, Map.of("act", "invite", "name", name)));
        Visitor patient = visitors.stranger();
        choose(patient, link);
        String second = link(change(0, Map.of("act", "link")));
        Visitor anew = visitors.stranger();
        choose(anew, second);
        assertThat(patient.get("/me").statusCode()).as("its session ended").isEqualTo(302);
        assertThat(anew.get("/me").statusCode()).isEqualTo(200);

        assertThat(change(0, Map.of("act", "disable")).statusCode()).isEqualTo(302);
        assertThat(anew.get("/me").statusCode()).isEqualTo(302);
        assertThat(owner.sql("select action from audit.event where object_id = ?")
                        .param(patients.getFirst())
                        .query(String.class)
                        .list())
                .contains("patient-invite", "patient-account-disable");
    }

    @Test
    void aLinkAsksForAFreshFactorOfWhoMakesIt() {
        owner.sql("insert into identity.recovery_code (code_hash, person_id, made_at)"
                        + " values (?, ?, now())")
                .params(
                        UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII),
                        staff.person().id())
                .update();
        Map<String, String> invitation = Map.of("act", "invite", "name", name);
        assertThat(change(0, invitation).headers().firstValue("Location").orElseThrow())
                .endsWith("/confirm?to=" + path(0));

        Owner.giveSecondFactor(staff.person().id());
        link(change(0, invitation));
    }

    @Test
    void nobodyElsesPatientCanBeInvited() {
        String path = path(0);
        assertThat(visitors.as(Role.PRESCRIBER).get(path).statusCode()).isEqualTo(404);
        assertThat(visitors.as(Role.MANAGER).get(path).statusCode()).isEqualTo(404);
        assertThat(change(0, Map.of("act", "link")).statusCode()).isEqualTo(422);
    }

    /// The policy gives accounts of patients to who looks after them.
    @Test
    void aManagerHasNoHandInAPatientsAccount() {
        change(0, Map.of("act", "invite", "name", name));
        Visitor manager =
                clinics().someone(staff.person().clinic(), Role.MANAGER).visitor();
        UUID account = owner.sql("select person_id from identity.account where sign_in_name = ?")
                .param(name)
                .query(UUID.class)
                .single();

        for (String act : List.of("link", "end", "disable", "enable")) {
            Map<String, String> fields = Visitor.hidden(manager.get("/people"), "/people/change");
            fields.putAll(Map.of("person", account.toString(), "act", act));
            assertThat(manager.post("/people/change", fields).statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
    }

    @Test
    void aNameThatTwoGiveAtOnceIsOnePersonsAndLeavesNoAccountWithoutOne() {
        CompletableFuture<HttpResponse<String>> second = new CompletableFuture<>();
        transactions.executeWithoutResult(_ -> {
            Person faster = new Person(
                    UUID.randomUUID(),
                    "Fay Faster",
                    Role.NURSE,
                    staff.person().clinic(),
                    Optional.empty());
            people.add(faster);
            accounts.add(faster.id(), name);
            second.completeAsync(() -> change(0, Map.of("act", "invite", "name", name)));
            waitForALock();
        });

        HttpResponse<String> taken = second.join();
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("Somebody signs in with this name");
        assertThat(owner.sql("select count(*) from access.membership where patient_id = ?")
                        .param(patients.getFirst())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /// Until somebody waits for what this transaction holds.
    private void waitForALock() {
        assertThat(Stream.generate(
                                () -> owner.sql("select count(*) from pg_locks where not granted")
                                        .query(Integer.class)
                                        .single())
                        .limit(20_000)
                        .anyMatch(waiting -> waiting > 0))
                .isTrue();
    }

    private OtherClinic clinics() {
        return new OtherClinic(visitors, people, links, courses);
    }

    private String path(int patient) {
        return "/patients/" + patients.get(patient) + "/account";
    }

    private HttpResponse<String> change(int patient, Map<String, String> typed) {
        Map<String, String> fields =
                Visitor.hidden(staff.visitor().get(path(patient)), path(patient));
        fields.putAll(typed);
        return staff.visitor().post(path(patient), fields);
    }

    private static String link(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher found =
                Pattern.compile("(/sign-in/invitation/[A-Za-z0-9_-]+)").matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> choose(Visitor patient, String link) {
        Map<String, String> fields = Visitor.hidden(patient.get(link), link);
        fields.put("password", PASSWORD);
        return patient.post(link, fields);
    }
}
