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
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
            "treatment.hold_answer",
            "treatment.deviation_reason",
            "treatment.enrolment",
            "history.fact",
            "eligibility.decision",
            "eligibility.override",
            "consent.chosen",
            "consent.withdrawal",
            "prescribing.draft",
            "protocols.saved",
            "protocols.step",
            "protocols.edition",
            "access.person",
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

    /// HZ-11.
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
        Function<Role, Visitor> others = role -> enter(
                proxy, clinics().someone(prescriber.person().clinic(), role).person());
        TextFields fields = new TextFields(prescriber, others, this::word);
        TextFields.Filled filled = fields.fill();
        String page = "/patients/" + filled.patient();
        Visitor manager = others.apply(Role.MANAGER);
        wrong(prescriber, fields, page);
        wrongElsewhere(prescriber, fields, page, manager);
        shut(() -> {
            fail(fields, page, manager);
            HttpResponse<String> sent =
                    prescriber.sendCsv("patient,date,score\n" + canary() + ",2026-11-01,9\n");
            note(prescriber.confirm(sent));
        });
        String seen = look(filled, prescriber, proxy);

        assertThat(Stream.concat(TextFields.NAMES.stream(), TextFields.INGREDIENTS.stream())
                        .filter(field -> !TextFields.UNSHOWN.contains(field))
                        .filter(field -> !seen.contains(word(field).toLowerCase(Locale.ROOT))))
                .as("fields whose words no page shows")
                .isEmpty();
        assertThat(logged()).as("the failures were logged").contains("DataIntegrityViolation");
        assertThat(postgresLog()).contains("violates check constraint \"shut\"");
        assertThat(canaries).hasSizeGreaterThan(50);
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
        Someone someone = clinics().prescriber();
        return new Someone(someone.person(), enter(proxy, someone.person()), courses);
    }

    /// Everybody opens the pages that show the words.
    private String look(TextFields.Filled filled, Someone prescriber, RecordingProxy proxy) {
        StringBuilder seen = new StringBuilder();
        TextPages.of(filled).forEach((role, paths) -> {
            Person person = new Person(
                    UUID.randomUUID(),
                    "Ola Other",
                    role,
                    prescriber.person().clinic(),
                    Optional.of(filled.patient()).filter(_ -> role == Role.PATIENT));
            people.add(person);
            Visitor visitor = enter(proxy, person);
            for (String path : paths) {
                HttpResponse<String> answer = visitor.get(path);
                note(answer);
                seen.append(answer.body().toLowerCase(Locale.ROOT));
            }
        });
        return seen.toString();
    }

    private Visitor enter(RecordingProxy proxy, Person person) {
        Visitor visitor = new Visitor(proxy.address());
        visitor.get("/enter/" + links.issue(person.id()));
        Owner.giveSecondFactor(person.id());
        return visitor;
    }

    private OtherClinic clinics() {
        return new OtherClinic(visitors, people, links, courses);
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

    /// The same in the forms around a treatment.
    private void wrongElsewhere(
            Someone prescriber, TextFields fields, String page, Visitor manager) {
        List.of(
                        Map.of("kind", "trial", "trial-ingredient", "<" + canary()),
                        Map.of("kind", "diagnosis", "diagnosis-code", canary()),
                        Map.of("kind", "quantity", "quantity-value", canary()),
                        Map.of("kind", "medicine", "medicine-day", canary()),
                        Map.of("kind", canary(), "corrects", canary()))
                .forEach(typed -> note(fields.form(page + "/history", page + "/history", typed)));
        Map.of(
                        page + "/eligibility/decision",
                        "verdict",
                        page + "/plan",
                        "weight",
                        page + "/account",
                        "act",
                        "/protocols/new",
                        "text",
                        "/rules",
                        "jurisdiction")
                .forEach((form, field) -> note(fields.form(form, form, Map.of(field, canary()))));
        String consents = page + "/consents";
        note(fields.form(consents, consents, Map.of("text", canary())));
        note(fields.form(consents, consents + "/withdraw", Map.of("choice", canary())));
        Map<String, String> token = Visitor.hidden(fields.look("/nothing-here"), "/leave");
        token.putAll(Map.of("key", UUID.randomUUID().toString(), "day", canary(), "to", canary()));
        for (String form : List.of(page + "/protocol", page + "/protocol/move")) {
            note(prescriber.visitor().post(form, token));
        }
        note(fields.form(manager, "/machines", "/machines", Map.of("days", canary())));
        note(fields.form(
                "/registration",
                "/registration",
                Map.of("given", canary().repeat(20), "family", canary(), "born", canary())));
        note(fields.form(
                manager, "/people", "/people", Map.of("role", canary(), "person", canary())));
    }

    /// What is right and cannot be saved.
    private void fail(TextFields fields, String page, Visitor manager) {
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
        failElsewhere(fields, page, manager);
    }

    /// The same in the forms around a treatment.
    private void failElsewhere(TextFields fields, String page, Visitor manager) {
        note(fields.form(
                page + "/history",
                page + "/history",
                Map.of(
                        "kind", "medicine",
                        "medicine-ingredient", canary(),
                        "medicine-day", "2026-11-01")));
        note(fields.form(
                page + "/eligibility/decision",
                page + "/eligibility/decision",
                Map.of("verdict", "NOT_TREAT", "reason", canary())));
        note(fields.form(
                page + "/consents",
                page + "/consents/withdraw",
                Map.of("choice", "care", "reason", canary())));
        note(fields.form(
                page + "/plan",
                page + "/plan",
                Map.of(
                        "protocol", "ketamine-iv.murrough2013",
                        "first", "2026-12-20",
                        "weight", "70",
                        "weighed", "2026-11-14",
                        "reason", canary())));
        note(fields.form(
                "/registration",
                "/registration",
                Map.of(
                        "given",
                        canary(),
                        "family",
                        canary(),
                        "born",
                        "1980-01-02",
                        "sex",
                        "FEMALE")));
        note(fields.form(
                "/protocols/new",
                "/protocols/new",
                Map.of("text", "kind: protocol\nid: own." + canary() + "\nversion: \"1\"\n")));
        note(fields.form(
                manager,
                "/machines",
                "/machines",
                Map.of("name", canary(), "days", "30", "may-import", "yes")));
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
        String lower = text.toLowerCase(Locale.ROOT);
        assertThat(canaries.stream()
                        .filter(canary -> lower.contains(canary.toLowerCase(Locale.ROOT))))
                .as(where)
                .isEmpty();
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
