package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import org.evenkeel.clinic.OtherClinic.Someone;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words that occur nowhere else are put in as names, reasons and answers, rightly and wrongly, and
/// while the database refuses to save. None of them may then be found where health data must never
/// be: in the logs with their failures, in addresses, titles and headers.
@ClinicTest
class CanaryTest {
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    /// Tables that refuse every row for a while; what they refuse stands in the failure's message.
    private static final List<String> SHUT = List.of(
            "forecasting.decision",
            "forecasting.agreement_end",
            "prom.response",
            "treatment.administration",
            "access.break_glass",
            "patient.patient");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> canaries = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final StringBuilder shown = new StringBuilder();

    @Test
    void noneIsFoundWhereHealthDataMustNotBe() throws IOException {
        log.start();
        root().addAppender(log);
        try (RecordingProxy proxy = new RecordingProxy(visitors.address())) {
            putInAndLook(prescriber(proxy), proxy);
        } finally {
            root().detachAppender(log);
        }
    }

    private void putInAndLook(Someone prescriber, RecordingProxy proxy) throws IOException {
        TextFields fields = new TextFields(prescriber, this::word);
        String page = "/patients/" + fields.fill();
        wrong(prescriber, fields, page);
        shut(() -> {
            fail(fields, page);
            HttpResponse<String> sent =
                    prescriber.sendCsv("patient,date,score\n" + canary() + ",2026-11-01,9\n");
            note(prescriber.confirm(sent));
        });
        String seen = prescriber.visitor().get(page).body();

        assertThat(seen).as("the words did arrive").contains(word("given"), word("agree-again"));
        assertThat(logged()).as("the failures were logged").contains("DataIntegrityViolation");
        assertThat(postgresLog()).contains("violates check constraint \"shut\"");
        assertThat(canaries).hasSizeGreaterThan(25);
        assertNone("the application's log", logged());
        assertNone("PostgreSQL's log", postgresLog());
        assertNone("titles, headers and addresses", shown.toString());
        assertNone(
                "addresses",
                proxy.seen().stream()
                        .map(each -> each.path() + " " + each.location())
                        .collect(Collectors.joining("\n")));
    }

    private Someone prescriber(RecordingProxy proxy) {
        Someone someone = new OtherClinic(visitors, people, links, courses).prescriber();
        Visitor visitor = new Visitor(proxy.address());
        visitor.get("/enter/" + links.issue(someone.person().id()));
        Owner.giveSecondFactor(someone.person().id());
        return new Someone(someone.person(), visitor, courses);
    }

    /// What is wrong in type, length or sense.
    private void wrong(Someone prescriber, TextFields fields, String page) {
        String sheet = page + "/questionnaires/phq-9";
        note(fields.form(sheet, sheet, Map.of("day", canary(), "item-1", canary())));
        note(fields.form(sheet, sheet, Map.of("day", "2026-11-01", "item-9", "7" + canary())));
        note(fields.form(
                page + "/treatments/new",
                page + "/treatments",
                Map.of("dose", canary(), "weight", canary(), "drug", canary(), "day", canary())));
        note(fields.form(
                page,
                page + "/decision",
                Map.of("kind", canary(), "day", canary(), "reason", canary())));
        note(fields.form(
                page,
                page + "/decision",
                Map.of("kind", "decline", "reason", (canary() + " ").repeat(60))));
        note(fields.form(
                page, page + "/agreements/close", Map.of("close-reason", canary().repeat(60))));
        String team = page + "/care-team";
        Map<String, String> token = WalkForms.token(prescriber.visitor());
        token.putAll(Map.of("person", canary(), "is", canary()));
        note(prescriber.visitor().post(team, token));
        note(fields.form(
                "/emergency",
                "/emergency",
                Map.of(
                        "given",
                        canary(),
                        "family",
                        "'; drop table patient.patient; -- " + canary(),
                        "born",
                        "1970-01-02",
                        "reason",
                        "asked for by " + canary())));
        note(fields.form("/emergency", "/emergency", Map.of("born", canary())));
        note(prescriber.sendCsv("patient,date,score\n" + canary() + "," + canary() + ",9\n"));
        note(prescriber.sendCsv("patient,date,score\n" + canary() + ",2026-11-01," + canary()));
        note(prescriber
                .visitor()
                .upload(
                        "/import",
                        prescriber
                                .form()
                                .file("scores", canary() + ".csv", "nothing of the kind")));
        note(prescriber.sendFhir(
                "cut.json",
                ("{\"resourceType\":\"Patient\",\"id\":\"" + canary() + "\",\"birthDate\":\""
                                + canary() + "\"")
                        .getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> sent =
                prescriber.sendCsv("patient,date,score\n" + canary() + ",2026-11-01,9\n");
        Map<String, String> choice = WalkForms.token(prescriber.visitor());
        choice.put("protocol", canary());
        note(prescriber.visitor().post(Someone.path(sent), choice));
    }

    /// What is right and cannot be saved.
    private void fail(TextFields fields, String page) {
        String sheet = page + "/questionnaires/phq-9";
        Map<String, String> answers = new HashMap<>(Map.of("day", "2026-11-03"));
        for (int item = 1; item <= 9; item++) {
            answers.put("item-" + item, "1");
        }
        note(fields.form(sheet, sheet, answers));
        note(fields.form(page, page + "/decision", Map.of("kind", "decline", "reason", canary())));
        note(fields.form(page, page + "/agreements/close", Map.of("close-reason", canary())));
        note(fields.form(
                "/emergency",
                "/emergency",
                Map.of(
                        "given",
                        word("given"),
                        "family",
                        word("family"),
                        "born",
                        "1971-03-04",
                        "reason",
                        "brought in, " + canary())));
    }

    private void shut(Runnable work) {
        SHUT.forEach(table -> Owner.update(
                "alter table " + table + " add constraint shut check (false) not valid"));
        try {
            work.run();
        } finally {
            SHUT.forEach(table -> Owner.update("alter table " + table + " drop constraint shut"));
        }
    }

    private String canary() {
        String canary = "Zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
        canaries.add(canary);
        return canary;
    }

    private String word(String field) {
        return words.computeIfAbsent(field, _ -> canary());
    }

    private void note(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isNotEqualTo(500);
        answer.headers().map().forEach((name, values) -> shown.append(name).append(values));
        Matcher title = TITLE.matcher(answer.body());
        while (title.find()) {
            shown.append(title.group(1));
        }
    }

    private void assertNone(String where, String text) {
        assertThat(canaries.stream().filter(text::contains)).as(where).isEmpty();
    }

    private String logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    private static Logger root() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        return root;
    }

    private static String postgresLog() throws IOException {
        try (Stream<Path> files = Files.walk(TestDatabase.folder().path(), 2)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
