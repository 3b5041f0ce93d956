package org.evenkeel.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.consent.ConsentText.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// From consent to the signed plan on a phone: a prescriber hands the phone over and takes it back.
@ClinicTest
class ConsentBrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String PROTOCOL = "ketamine-iv.murrough2013";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

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
    void onAPhoneFromTheTextToTheSignedPlan() {
        Person prescriber = new Person(
                UUID.randomUUID(),
                "Petra Prescriber",
                Role.PRESCRIBER,
                visitors.person(Role.NURSE).clinic(),
                Optional.empty());
        people.add(prescriber);
        UUID patient = visitors.courses(prescriber).get(80).patient().id();
        Page page = phone();
        page.navigate(visitors.address() + "/enter/" + links.issue(prescriber.id()));
        Owner.giveSecondFactor(prescriber.id());

        page.navigate(visitors.address() + "/patients/" + patient + "/consents");
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
        button(page, "Sign as Petra Prescriber, prescriber").click();
        assertThat(page.getByText("Treatment may go on")).isVisible();

        decideEligibility(prescriber, patient);
        page.navigate(visitors.address() + "/patients/" + patient + "/plan");
        page.locator("#protocol").selectOption(PROTOCOL);
        page.locator("#weight").fill("80");
        page.locator("#weighed").fill(prescriber.today(clock).toString());
        page.locator("#reason").fill("starts anew");
        button(page, "Draw it up").click();
        assertThat(page.getByText("Week 1", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        look(page, "plan-sign");
        button(page, "Sign as Petra Prescriber, prescriber").click();
        assertThat(page.getByText(PROTOCOL + ", version")).not().hasCount(0);
        look(page, "plan-signed");
    }

    /// The pages of eligibility have their own test; here its outcome is what matters.
    private void decideEligibility(Person prescriber, UUID patient) {
        Owner.update(
                """
                insert into eligibility.decision (clinic_id, id, patient_id, protocol, version,
                    verdict, conclusion, day, valid_until, jurisdiction, packs, chart, reason, at,
                    person_id, name)
                values (?, ?, ?, ?, '1', 'treat', 'eligible', ?, ?, 'US', 'a 1', 'none', '',
                    ?::timestamptz, ?, 'Petra Prescriber')
                """,
                prescriber.clinicId(),
                UUID.randomUUID(),
                patient,
                PROTOCOL,
                prescriber.today(clock),
                prescriber.today(clock).plusDays(90),
                clock.instant().toString(),
                prescriber.id());
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
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            complaints.add(name + ": " + rule.getId() + " " + rule.getNodes());
        }
        boolean wide = (boolean) page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (wide) {
            complaints.add(name + " scrolls sideways");
        }
    }
}
