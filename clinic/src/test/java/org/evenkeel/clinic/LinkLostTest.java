package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.FaultProxy.Fault;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.DatabaseLogins;
import org.evenkeel.clinic.oversight.internal.MailForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The database runs, and the link to it breaks while somebody saves.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "evenkeel.demo=true")
@ContextConfiguration(initializers = LinkLostTest.BehindProxy.class)
@Import({TestClock.class, Visitors.class, MailForTests.class})
// Its connections would be missing to the tests behind it.
@DirtiesContext
class LinkLostTest {
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");
    private static final int SAVED = 302;
    private static final int UNSURE = 503;
    private static final int PATIENCE = 60;
    private static final long PAUSE_MILLIS = 300;
    /// What a page waits for a silent database, and the time to find a connection that answers.
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private static final FaultProxy LINK = new FaultProxy(port());

    static final class BehindProxy
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new TestDatabase(behind(TestDatabase.logins())).initialize(context);
        }

        private static DatabaseLogins behind(DatabaseLogins logins) {
            return new DatabaseLogins(behind(logins.owner()), behind(logins.application()));
        }

        private static DatabaseLogin behind(DatabaseLogin login) {
            String url = PORT.matcher(login.url()).replaceFirst("127.0.0.1:" + LINK.port());
            return new DatabaseLogin(url, login.user(), login.password());
        }
    }

    private static int port() {
        Matcher found = PORT.matcher(TestDatabase.logins().owner().url());
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Autowired
    Visitors visitors;

    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(
            ScratchDatabase.anywhere().url(),
            ScratchDatabase.anywhere().user(),
            ScratchDatabase.anywhere().password()));

    private Visitor nurse;

    @BeforeEach
    void signIn() {
        nurse = visitors.as(Role.NURSE);
    }

    /// Connections that were broken are found out one by one.
    @AfterEach
    void mend() throws InterruptedException {
        LINK.become(Fault.NONE);
        until(200, () -> nurse.get("/worklist"));
    }

    @AfterAll
    static void close() throws IOException {
        LINK.close();
    }

    /// HZ-44.
    @Test
    void whatWasSavedWhileItsAnswerWasLostIsNotSavedTwice() throws InterruptedException {
        Sheet sheet = sheet(1);
        LINK.become(Fault.ANSWER_LOST);

        assertSaysItIsUnsure(send(sheet));

        assertThat(LINK.lost()).as("answers lost").isOne();
        assertThat(saved(sheet)).as("carried out all the same").isOne();
        untilSaved(sheet);
    }

    @Test
    void whileTheLinkIsCutNothingIsSavedAndThenItIs() throws InterruptedException {
        Sheet sheet = sheet(2);
        LINK.become(Fault.CUT);

        assertSaysItIsUnsure(send(sheet));
        assertThat(nurse.get("/worklist").statusCode()).isEqualTo(UNSURE);

        assertThat(saved(sheet)).isZero();
        untilSaved(sheet);
    }

    @Test
    @EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
    void aLinkThatKeepsSilentIsGivenUp() throws InterruptedException {
        Sheet sheet = sheet(3);
        LINK.become(Fault.SILENT);
        long begun = System.nanoTime();

        assertSaysItIsUnsure(send(sheet));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
        untilSaved(sheet);
    }

    /// @param marks how many the patient has in the audit for a saved questionnaire
    private record Sheet(UUID patient, LocalDate day, Map<String, String> form, int marks) {
        String path() {
            return "/patients/" + patient + "/questionnaires/phq-9";
        }
    }

    /// A form that is open when the link breaks, for a day on which nobody has answered.
    private Sheet sheet(int number) {
        UUID patient =
                database.sql("""
                        select p.id from patient.patient p
                        join access.clinic c on c.id = p.clinic_id and c.name = 'Demo clinic'
                        order by p.id offset :number limit 1
                        """).param("number", number).query(UUID.class).single();
        LocalDate day = LocalDate.of(2024, 1, number);
        Sheet empty = new Sheet(patient, day, Map.of(), 0);
        Map<String, String> form = Visitor.hidden(nurse.get(empty.path()), empty.path());
        form.put("day", day.toString());
        IntStream.rangeClosed(1, 9).forEach(item -> form.put("item-" + item, "1"));
        return new Sheet(patient, day, form, marks(patient));
    }

    private HttpResponse<String> send(Sheet sheet) {
        return nurse.post(sheet.path(), sheet.form());
    }

    private void untilSaved(Sheet sheet) throws InterruptedException {
        LINK.become(Fault.NONE);
        until(SAVED, () -> send(sheet));
        assertThat(saved(sheet)).isOne();
        assertThat(marks(sheet.patient()))
                .as("marks of it in the audit")
                .isEqualTo(sheet.marks() + 1);
    }

    private static void until(int status, Supplier<HttpResponse<String>> request)
            throws InterruptedException {
        int last = 0;
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            last = request.get().statusCode();
            if (last == status) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("not " + status + " in the end but " + last);
    }

    private static void assertSaysItIsUnsure(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(UNSURE);
        assertThat(answer.body())
                .contains("We cannot confirm that this was saved")
                .doesNotContain("Exception");
    }

    private int saved(Sheet sheet) {
        return database.sql("""
                        select count(*) from prom.response
                        where patient_id = :patient and answered_on = :day
                        """)
                .param("patient", sheet.patient())
                .param("day", sheet.day())
                .query(Integer.class)
                .single();
    }

    private int marks(UUID patient) {
        return database.sql("""
                        select count(*) from audit.event
                        where object_id = :patient and action = 'questionnaire-record'
                            and outcome = 'done'
                        """).param("patient", patient).query(Integer.class).single();
    }
}
