package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.evenkeel.clinic.identity.SetUp;
import org.evenkeel.clinic.identity.internal.OneTimeCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first start of a real clinic: a database in which there is nobody.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SetUpTest.EmptyDatabase.class)
@Import(TestClock.class)
@DirtiesContext
class SetUpTest {
    private static final DataFolder FOLDER = DataFolder.throwaway();
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(FOLDER);

    static final class EmptyDatabase
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().registerSingleton("databaseLogins", POSTGRES.logins());
            TestPropertyValues.of(
                            "evenkeel.audit.anchors=" + FOLDER.path(),
                            "evenkeel.sign-in.key=" + FOLDER.resolve("sign-in.key"))
                    .applyTo(context);
        }
    }

    @AfterAll
    static void stop() {
        POSTGRES.close();
        FOLDER.close();
    }

    @Autowired
    SetUp setUp;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    @Test
    void theLatestTokenMakesOneClinicAndOneManagerAndIsGone() {
        String replaced = SetUp.PATH + setUp.tokenWhereNeeded().orElseThrow();
        String path = SetUp.PATH + setUp.tokenWhereNeeded().orElseThrow();
        Visitor first = new Visitor("http://localhost:" + port);

        assertThat(first.get("/enter/any").statusCode())
                .as("only the demo has such links")
                .isEqualTo(404);
        assertThat(first.get(SetUp.PATH + "guessed").statusCode()).isEqualTo(410);
        assertThat(first.get(replaced).statusCode()).isEqualTo(410);
        assertThat(send(first, path, Map.of("zone", "Europe/Berlin", "password", "12345678"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(people.all()).isEmpty();

        // A hash that the database cannot keep, as if the program had been killed before it was.
        assertThatThrownBy(() -> setUp.make(
                        path.substring(SetUp.PATH.length()),
                        new SetUp.Beginning("Half", ZoneOffset.UTC, "Half Made", "half", "\0")))
                .isInstanceOf(DataAccessException.class);
        assertThat(people.all()).as("a clinic without a password to enter it").isEmpty();
        assertThat(first.get(path).statusCode()).as("the token goes on working").isEqualTo(200);

        HttpResponse<String> made = send(
                first,
                path,
                Map.of(
                        "clinic", "Harbour clinic",
                        "zone", "Europe/Berlin",
                        "person", "Mo Manager",
                        "name", "mo@harbour.example",
                        "password", "seven grey herons wait"));
        assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in/enrol");
        assertThat(first.get("/people").statusCode())
                .as("one factor opens nothing")
                .isEqualTo(302);

        HttpResponse<String> enrol = first.get("/sign-in/enrol");
        Matcher letters =
                Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>").matcher(enrol.body());
        assertThat(letters.find()).isTrue();
        String code =
                OneTimeCode.code(Letters.bytes(letters.group(1)), OneTimeCode.step(TestClock.NOW));
        assertThat(send(first, "/sign-in/enrol", Map.of("code", code)).statusCode())
                .isEqualTo(200);

        assertThat(first.get("/people").statusCode()).isEqualTo(200);
        assertThat(people.all()).singleElement().satisfies(person -> {
            assertThat(person.role()).isEqualTo(Role.MANAGER);
            assertThat(person.clinic().name()).isEqualTo("Harbour clinic");
        });
        assertThat(setUp.tokenWhereNeeded()).isEmpty();
        assertThat(new Visitor("http://localhost:" + port).get(path).statusCode())
                .isEqualTo(410);
    }

    private static HttpResponse<String> send(
            Visitor visitor, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(Visitor.hidden(visitor.get(path), path));
        all.putAll(fields);
        return visitor.post(path, all);
    }
}
