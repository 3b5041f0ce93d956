package org.evenkeel.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.evenkeel.clinic.OtherClinic.Someone;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.consent.ConsentText.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// From an empty record to the signed plan on a phone: a prescriber registers a patient, takes the
/// history, signs who may be treated, hands the phone over for the consent and takes it back.
@ClinicTest
class EnrolmentBrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String PROTOCOL = "ketamine-iv.murrough2013";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    InstantSource clock;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browser and axe complained of").isEmpty();
    }

    @Test
    void fromAnEmptyRecordToTheSignedPlan() {
        Someone prescriber = new OtherClinic(visitors, people, links, courses).prescriber();
        confirmLimits(prescriber);
        Page page = phone();
        page.navigate(
                visitors.address() + "/enter/" + links.issue(prescriber.person().id()));
        Owner.giveSecondFactor(prescriber.person().id());

        String patient = register(page);
        tellHistory(page);
        decide(page);
        page.navigate(patient + "/consents");
        consent(page);
        page.navigate(patient + "/plan");
        plan(page, prescriber.person());

        UUID id = UUID.fromString(patient.substring(patient.lastIndexOf('/') + 1));
        assertThat(visitors.courses(prescriber.person(), id))
                .hasValueSatisfying(
                        course -> assertThat(course.protocol().value()).isEqualTo(PROTOCOL));
    }

    /// What a prescriber does once for the clinic, before anybody is treated in it.
    private static void confirmLimits(Someone prescriber) {
        Owner.giveSecondFactor(prescriber.person().id());
        Visitor visitor = prescriber.visitor();
        Map<String, String> form = Visitor.hidden(visitor.get("/limits"), "/limits");
        assertThat(visitor.post("/limits", form).statusCode()).isEqualTo(302);
    }

    /// Answers the address of the patient's record.
    private String register(Page page) {
        page.navigate(visitors.address() + "/worklist");
        page.getByText("New patient").click();
        button(page, "Register").click();
        assertThat(page.locator("#given-wrong")).containsText("Enter the name");
        look(page, "registration");
        page.getByLabel("Given name").fill("Pat");
        page.getByLabel("Family name").fill("Example");
        page.getByLabel("Day of birth").fill("1980-01-01");
        page.locator("#sex").selectOption("FEMALE");
        button(page, "Register").click();
        assertThat(page.getByText("Pat Example").first()).isVisible();
        return page.url().replace("/history", "");
    }

    private void tellHistory(Page page) {
        note(
                page,
                "Answers to questions",
                () -> page.locator("#note-title ~ details[open] input[value=no]")
                        .all()
                        .forEach(Locator::check));
        for (Map.Entry<String, String> measured :
                Map.of("egfr", "90", "bmi", "24", "moca", "28").entrySet()) {
            note(page, "A measurement", () -> {
                page.locator("#quantity-what").selectOption(measured.getKey());
                page.locator("#quantity-value").fill(measured.getValue());
            });
        }
        for (String drug : List.of("sertraline", "venlafaxine")) {
            note(page, "A trial of an antidepressant", () -> {
                page.locator("#trial-ingredient").fill(drug);
                page.locator("#trial-dose").fill("200");
                page.locator("#trial-weeks").fill("8");
                page.locator("#trial-adherence").selectOption("GOOD");
                page.locator("#trial-outcome").selectOption("NONE");
                page.locator("#trial-episode").check();
                page.locator("#trial-day").fill("2026-03-01");
            });
        }
        note(page, "A diagnosis", () -> {
            page.locator("#diagnosis-code").fill("F33.1");
            page.locator("#diagnosis-RECURRENT").check();
            page.locator("#diagnosis-day").fill("2025-11-01");
        });
        for (String list : List.of("DIAGNOSES", "MEDICINES", "TRIALS")) {
            note(
                    page,
                    "A list was looked over",
                    () -> page.locator("#whole-list").selectOption(list));
        }
        look(page, "history-told");
    }

    private static void note(Page page, String what, Runnable typed) {
        Locator part = page.locator("details:has(form)", new Page.LocatorOptions().setHasText(what))
                .first();
        part.locator("summary").click();
        typed.run();
        part.locator("button[type=submit]").click();
        assertThat(page.locator(".problem")).hasCount(0);
    }

    private void decide(Page page) {
        page.getByText("What the rules say").click();
        page.locator("#protocol").selectOption(PROTOCOL);
        button(page, "Show").click();
        assertThat(page.locator(".verdict")).containsText("Nothing speaks against it");
        look(page, "eligible");
        page.getByText("Decide and sign").click();
        look(page, "decision");
        page.getByText("May be treated", new Page.GetByTextOptions().setExact(true))
                .click();
        button(page, "Sign as Ola Other, prescriber").click();
        assertThat(page.locator(".verdict")).containsText("that the patient may be treated");
    }

    private void consent(Page page) {
        button(page, "Put it before the patient").click();
        look(page, "consent-read");
        button(page, "One part at a time").click();
        assertThat(page.locator("[data-part]:visible")).hasCount(1);
        look(page, "consent-step");
        button(page, "Whole text").click();

        ConsentText text = ConsentFlow.text(ConsentFlow.IV);
        Question first = text.questions().getFirst();
        int wrong = first.right() == 0 ? 1 : 0;
        choose(page, first, wrong);
        button(page, "Go on").click();
        assertThat(page.locator("#q-" + first.id() + " .wrong"))
                .hasText(first.answers().get(wrong).why());
        look(page, "consent-explained");
        text.questions().forEach(question -> choose(page, question, question.right()));
        button(page, "Go on").click();

        for (String choice : List.of("care", "research", "recording", "contact")) {
            page.locator("#" + choice + " input[value=yes]").check();
        }
        page.getByLabel("Your name").fill("Pat Example");
        look(page, "consent-choices");
        button(page, "Go on to sign").click();
        look(page, "consent-sign");
        button(page, "Sign as Ola Other, prescriber").click();
        assertThat(page.getByText("Treatment may go on")).isVisible();
    }

    private void plan(Page page, Person prescriber) {
        page.locator("#protocol").selectOption(PROTOCOL);
        page.locator("#weight").fill("80");
        page.locator("#weighed").fill(prescriber.today(clock).toString());
        button(page, "Draw it up").click();
        assertThat(page.getByText("Week 1", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        look(page, "plan-sign");
        button(page, "Sign as Ola Other, prescriber").click();
        assertThat(page.getByText(PROTOCOL + ", version")).not().hasCount(0);
        look(page, "plan-signed");
    }

    private static void choose(Page page, Question question, int answer) {
        page.locator("#q-" + question.id() + " input").nth(answer).check();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page phone() {
        BrowserContext context = Chromium.running()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setColorScheme(ColorScheme.DARK));
        opened.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!message.text().contains("status of 422")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-phone-dark.png")));
        for (Rule rule : Chromium.axe(page).analyze().getViolations()) {
            complaints.add(name + ": " + rule.getId() + " " + rule.getNodes());
        }
        boolean wide = (boolean) page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (wide) {
            complaints.add(name + " scrolls sideways");
        }
    }
}
