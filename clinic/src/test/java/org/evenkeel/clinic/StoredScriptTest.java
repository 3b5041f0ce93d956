package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
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

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Texts that would run as scripts go through every field that keeps a text. Then everybody opens
/// the pages that show them in a real browser: nothing runs, nothing even tries to, and nothing is
/// fetched from elsewhere.
@ClinicTest
class StoredScriptTest {
    private static final List<String> PAYLOADS =
            Boolean.getBoolean("evenkeel.all") ? ScriptPayloads.all() : ScriptPayloads.few();
    /// Names of the clinic and of its people are fields as well.
    private static final int FIELDS = TextFields.NAMES.size() + 2;

    private static final String WATCH = """
            window.tried = [];
            window.alert = () => window.tried.push('alert');
            document.addEventListener('securitypolicyviolation', event => {
                window.tried.push(event.effectiveDirective + ' ' + event.blockedURI);
            });
            """;

    private static final Map<Role, List<String>> OF_PATIENT = Map.of(
            Role.PRESCRIBER,
            List.of(
                    "",
                    "/why",
                    "/treatments/new",
                    "/questionnaires/phq-9",
                    "/care-team",
                    "/history",
                    "/eligibility"),
            Role.NURSE,
            List.of("", "/doses"),
            Role.PATIENT,
            List.of());
    private static final Map<Role, List<String>> OF_CLINIC = Map.of(
            Role.PRESCRIBER, List.of("/worklist", "/emergency", "/import", "/policy"),
            Role.NURSE, List.of("/worklist"),
            Role.FRONT_DESK, List.of("/appointments"),
            Role.MANAGER, List.of("/figures", "/calibration"),
            Role.AUDITOR, List.of("/audit", "/emergencies"),
            Role.PATIENT, List.of("/me"));

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    private final List<String> ran = new ArrayList<>();

    @Test
    void textStaysText() {
        int patients = (PAYLOADS.size() + FIELDS - 1) / FIELDS;
        // In the long run every text goes through every field.
        int turns = Boolean.getBoolean("evenkeel.all") ? FIELDS : 1;
        for (int turn = 0; turn < turns; turn++) {
            for (int patient = 0; patient < patients; patient++) {
                visit(patient * FIELDS + turn);
            }
        }
        assertThat(ran).isEmpty();
    }

    private static String payload(int from, int field) {
        return PAYLOADS.get((from + field) % PAYLOADS.size());
    }

    private void visit(int from) {
        visitors.person(Role.PRESCRIBER);
        Clinic clinic = new Clinic(
                UUID.randomUUID(),
                payload(from, FIELDS - 1),
                ZoneId.of("Europe/Berlin"),
                "ketamine-iv.adaptive",
                0.25,
                false);
        people.add(clinic);
        Person prescriber = person(clinic, Role.PRESCRIBER, from, Optional.empty());
        Visitor visitor = visitors.stranger();
        visitor.get("/enter/" + links.issue(prescriber.id()));
        Owner.giveSecondFactor(prescriber.id());
        UUID patient = new TextFields(
                        new Someone(prescriber, visitor, courses),
                        field -> payload(from, TextFields.NAMES.indexOf(field)))
                .fill();
        OF_CLINIC.forEach((role, paths) -> {
            Person person = role == Role.PRESCRIBER
                    ? prescriber
                    : person(
                            clinic,
                            role,
                            from,
                            Optional.of(patient).filter(_ -> role == Role.PATIENT));
            List<String> all = new ArrayList<>(paths);
            OF_PATIENT
                    .getOrDefault(role, List.of())
                    .forEach(path -> all.add("/patients/" + patient + path));
            look(person, all);
        });
        assertThat(visitor.get("/patients/" + patient).body())
                .as("the texts did arrive")
                .contains(escaped(payload(from, 0)), escaped(payload(from, 6)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private Person person(Clinic clinic, Role role, int from, Optional<UUID> patient) {
        Person person =
                new Person(UUID.randomUUID(), payload(from, FIELDS - 2), role, clinic, patient);
        people.add(person);
        return person;
    }

    private void look(Person person, List<String> paths) {
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
                assertThat(open(page, visitors.address() + path).status())
                        .as(path + " for " + person.role())
                        .isEqualTo(200);
                assertThat(page.url()).endsWith(path);
                Object tried = page.evaluate("window.tried");
                if (!tried.equals(List.of())) {
                    ran.add(path + " tried " + tried);
                }
            }
        }
    }

    /// The page before may be asking for itself once more at this very moment; on a busy machine
    /// that moment is long.
    private static Response open(Page page, String address) {
        String told = "no answer";
        for (int tries = 0; tries < 20; tries++) {
            try {
                Response answer = page.navigate(address);
                if (answer != null) {
                    return answer;
                }
            } catch (PlaywrightException interrupted) {
                told = String.valueOf(interrupted.getMessage());
                if (!told.contains("interrupted by another")
                        && !told.contains("net::ERR_ABORTED")) {
                    throw interrupted;
                }
            }
            page.waitForTimeout(100.0 * tries);
        }
        throw new AssertionError("could not go to " + address + ": " + told);
    }
}
