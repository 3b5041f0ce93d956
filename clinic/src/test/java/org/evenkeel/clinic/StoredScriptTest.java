package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

import org.evenkeel.clinic.OtherClinic.Someone;
import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Texts that would run as scripts go through every field that keeps a text. Then everybody opens
/// the pages that show them in a real browser: nothing runs, nothing even tries to, and nothing is
/// fetched from elsewhere. In the long run most turns only read what the pages say.
@ClinicTest
class StoredScriptTest {
    private static final List<String> PAYLOADS =
            Boolean.getBoolean("evenkeel.all") ? ScriptPayloads.all() : ScriptPayloads.few();
    /// Names of the clinic and of its people are fields as well.
    private static final int FIELDS = TextFields.NAMES.size() + 2;
    /// In the long run every text goes through every field.
    private static final int TURNS = Boolean.getBoolean("evenkeel.all") ? PAYLOADS.size() : 1;
    /// Every so many turns the pages are opened in a browser; in those between they are read.
    private static final int IN_BROWSER = 3;

    private static final String WATCH = """
            window.tried = [];
            window.alert = () => window.tried.push('alert');
            document.addEventListener('securitypolicyviolation', event => {
                window.tried.push(event.effectiveDirective + ' ' + event.blockedURI);
            });
            """;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    private final List<String> ran = new ArrayList<>();
    private final PageFields pages = new PageFields();

    /// HZ-10.
    @Test
    void textStaysText() {
        for (int turn = 0; turn < TURNS; turn++) {
            visit(turn);
        }
        assertThat(ran).isEmpty();
        TextFields.requireKnown(pages);
    }

    private static String payload(int turn, int field) {
        return PAYLOADS.get((turn + field) % PAYLOADS.size());
    }

    private static String text(int turn, String field) {
        int number = TextFields.NAMES.indexOf(field);
        return number < 0 ? "sertraline" : payload(turn, number);
    }

    private void visit(int turn) {
        visitors.person(Role.PRESCRIBER);
        Clinic clinic = new Clinic(
                UUID.randomUUID(),
                payload(turn, FIELDS - 1),
                ZoneId.of("Europe/Berlin"),
                "ketamine-iv.adaptive",
                0.25,
                false);
        people.add(clinic);
        Person prescriber = person(clinic, Role.PRESCRIBER, turn, Optional.empty());
        Visitor visitor = enter(prescriber);
        TextFields.Filled filled = new TextFields(
                        new Someone(prescriber, visitor, courses),
                        role -> enter(person(clinic, role, turn, Optional.empty())),
                        field -> text(turn, field))
                .fill();
        TextPages.of(filled).forEach((role, all) -> {
            Person person = role == Role.PRESCRIBER
                    ? prescriber
                    : person(
                            clinic,
                            role,
                            turn,
                            Optional.of(filled.patient()).filter(_ -> role == Role.PATIENT));
            if (turn % IN_BROWSER == 0) {
                look(turn, person, all);
            } else {
                Visitor someone = enter(person);
                all.forEach(path -> read(turn, path, someone.get(path)));
            }
        });
        assertThat(visitor.get("/patients/" + filled.patient()).body())
                .as("the texts did arrive")
                .contains(escaped(text(turn, "given")), escaped(text(turn, "agree-again")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private Person person(Clinic clinic, Role role, int turn, Optional<UUID> patient) {
        Person person =
                new Person(UUID.randomUUID(), payload(turn, FIELDS - 2), role, clinic, patient);
        people.add(person);
        return person;
    }

    private Visitor enter(Person person) {
        Visitor visitor = visitors.stranger();
        visitor.get("/enter/" + links.issue(person.id()));
        Owner.giveSecondFactor(person.id());
        return visitor;
    }

    private void read(int turn, String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        read(turn, path, answer.body());
    }

    /// What a page says must not hold a text as it was typed where that would end the place it
    /// stands in.
    private void read(int turn, String path, String html) {
        pages.read(html);
        for (int field = 0; field < FIELDS; field++) {
            String payload = payload(turn, field);
            if (payload.contains("<")
                    ? html.contains(payload)
                    : payload.startsWith("\"") && html.contains("=\"" + payload)) {
                ran.add(path + " holds " + payload);
            }
        }
    }

    private void look(int turn, Person person, List<String> paths) {
        try (BrowserContext context = Chromium.running().newContext()) {
            context.addInitScript(WATCH);
            Page page = context.newPage();
            page.setDefaultTimeout(60_000);
            page.onDialog(dialog -> {
                ran.add("a dialog on " + page.url());
                dialog.dismiss();
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(visitors.address())
                        && !request.url().startsWith("data:")) {
                    ran.add(page.url() + " asked for " + request.url());
                }
            });
            page.navigate(visitors.address() + "/enter/" + links.issue(person.id()));
            Owner.giveSecondFactor(person.id());
            for (String path : paths) {
                Response answer = page.navigate(visitors.address() + path);
                assertThat(answer.status()).as(path + " for " + person.role()).isEqualTo(200);
                assertThat(page.url()).endsWith(path);
                read(turn, path, answer.text());
                Object tried = page.evaluate("window.tried");
                if (!tried.equals(List.of())) {
                    ran.add(path + " tried " + tried);
                }
            }
        }
    }
}
