package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Nobody reads a refusal before its mark is kept, however long its page is.
@ClinicTest
class RefusalMarkTest {
    /// Longer than any answer here takes that waits for nothing.
    private static final int WAIT_MS = 1500;

    @Autowired
    Visitors visitors;

    @Test
    void aLongPageOfRefusalWaitsForItsMark() throws Exception {
        Person nurse = visitors.person(Role.NURSE);
        Visitor visitor = visitors.as(Role.NURSE);
        String form = "/patients/" + visitors.courses(nurse).get(25).patient().id()
                + "/questionnaires/phq-9";
        Map<String, String> empty = Visitor.hidden(visitor.get(form), form);
        DatabaseLogin owner = TestDatabase.logins().owner();
        try (Connection connection =
                        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table audit.event in exclusive mode");
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> visitor.post(form, empty));
            TimeUnit.MILLISECONDS.sleep(WAIT_MS);
            assertThat(answer).as("no mark can be kept yet").isNotDone();

            connection.rollback();

            HttpResponse<String> refused = answer.get(30, TimeUnit.SECONDS);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body().length()).as("more than is kept back").isGreaterThan(8192);
        }
    }
}
