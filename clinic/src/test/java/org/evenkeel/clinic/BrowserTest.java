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

import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The clinic in a real browser: clicked through, checked for access, and photographed.
@ClinicTest
class BrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @Autowired
    Visitors visitors;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browser and axe complained of").isEmpty();
    }

    @Test
    void fromTheWorklistToABookedDay() {
        Page page = open(Role.PRESCRIBER, desktop());
        Locator row = page.locator(".group.is-soon .row-link").first();
        String name = row.textContent();
        row.click();
        Locator answer = page.locator(".waiting-day");
        assertThat(page.locator("#course-chart svg")).isVisible();
        String proposed = answer.textContent();

        page.locator("#wait").focus();
        page.keyboard().press("ArrowRight");
        assertThat(answer).not().hasText(proposed);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept"))
                .click();

        assertThat(page.locator(".booked")).isVisible();
        assertThat(page.locator(".done li").first()).containsText("Dr Robin Demo accepted");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Worklist").setExact(true))
                .first()
                .click();
        assertThat(page.locator(".group.is-booked li", new Page.LocatorOptions().setHasText(name)))
                .isVisible();
    }

    @Test
    void aStretchIsAgreedByKeyboardAndClosedWithAReason() {
        Page page = open(Role.PRESCRIBER, desktop());
        page.locator(".group.is-later li:not(:has(.tag)) .row-link").last().click();
        page.getByText("Try another interval").focus();
        page.keyboard().press("Enter");
        page.locator("#stretch-reason").fill("wants fewer visits");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator(".agreed-now")).containsText("in place of");
        page.getByText("Close it").first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close it"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say why");
        page.locator("#close-reason").fill("changed her mind");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close it"))
                .click();
        assertThat(page.locator(".agreed-now")).hasCount(0);
        assertThat(page.getByText("Agreed before (1)")).isVisible();
    }

    @Test
    void aNameNarrowsTheListWithoutEnteringTheAddress() {
        Page page = open(Role.PRESCRIBER, desktop());
        String name = page.locator(".row-link").nth(40).textContent();

        page.getByLabel("Find a patient").fill(name);

        assertThat(page.locator("[data-row]:visible")).hasCount(1);
        assertThat(page.url()).endsWith("/worklist");
        page.getByLabel("Find a patient").fill("nobody of that name");
        assertThat(page.getByText("No patient of that name")).isVisible();
    }

    @Test
    void theKeyboardAloneReachesTheDecision() {
        Page page = open(Role.PRESCRIBER, desktop());
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to content")).isFocused();
        page.keyboard().press("Enter");
        page.locator(".group.is-later .row-link").first().focus();
        page.keyboard().press("Enter");
        Locator accept = page.locator(".decide .primary");
        for (int i = 0; i < 40 && !isFocused(accept); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(accept).isFocused();
    }

    @Test
    void aWrongTreatmentComesBackWithWhatIsWrong() {
        Page page = open(Role.NURSE, desktop());
        page.locator(".group.is-later .row-link").last().click();
        page.getByText("Record a treatment").click();
        page.getByLabel("Dose").fill("0.5");
        page.getByText("Save treatment").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was saved yet");
        assertThat(page.getByLabel("Dose")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Dose")).hasValue("0.5");
        picture(page, "treatment-refused", desktop());
    }

    /// Two looks hold wide and narrow, light and dark; `--all` takes the other two as well.
    static Stream<Arguments> looks() {
        Stream<Arguments> two = Stream.of(Arguments.of(false, false), Arguments.of(true, true));
        return Boolean.getBoolean("evenkeel.all")
                ? Stream.concat(
                        two, Stream.of(Arguments.of(false, true), Arguments.of(true, false)))
                : two;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsAccessibleAndWasLookedAt(boolean phone, boolean dark) {
        Look look = new Look(phone, dark);
        Page page = open(Role.PRESCRIBER, look);
        check(page, "worklist", look);
        for (String kind : look.kinds()) {
            page.navigate(visitors.address() + "/worklist");
            page.locator(".group.is-" + kind + " .row-link").first().click();
            assertThat(page.locator("#why [role=status]")).hasCount(0);
            page.locator("details")
                    .all()
                    .forEach(each -> each.locator("summary").click());
            check(page, "patient-" + kind, look);
        }
        String patient = page.url();
        page.navigate(patient + "/questionnaires/phq-9");
        check(page, "questionnaire", look);
        page.navigate(patient + "/treatments/new");
        check(page, "treatment", look);
        checkCorrection(page, patient, look);
        page.navigate(patient + "/history");
        unfold(page);
        check(page, "history", look);
        page.navigate(patient + "/eligibility");
        unfold(page);
        check(page, "eligibility", look);
        page.navigate(visitors.address() + "/rules");
        check(page, "rules", look);
        page.navigate(patient + "/care-team");
        check(page, "care-team", look);
        page.navigate(patient + "/consents");
        check(page, "consents", look);
        page.navigate(patient + "/consents/paper");
        check(page, "consent-paper", look);
        page.navigate(patient + "/plan");
        check(page, "plan", look);
        checkProtocolKept(page, patient, look);
        page.navigate(patient + "/account");
        check(page, "patient-account", look);
        page.navigate(visitors.address() + "/appointments");
        check(page, "appointments", look);
        page.navigate(visitors.address() + "/policy");
        check(page, "policy", look);
        page.navigate(visitors.address() + "/limits");
        check(page, "limits", look);
        page.navigate(visitors.address() + "/sources");
        check(page, "sources", look);
        page.navigate(visitors.address() + "/sources/messer2010");
        page.locator("details summary").first().click();
        check(page, "source", look);
        checkAll(Role.MANAGER, look, "figures", "calibration", "machines");
        checkAll(Role.AUDITOR, look, "audit", "emergencies");
        checkAll(Role.PATIENT, look, "me", "me/looks", "me/consents");
    }

    /// What the others rest on: the checker tells of what is wrong.
    @Test
    void aPictureWithoutWordsIsTold() {
        Page page = open(Role.NURSE, desktop(), "/policy");
        page.evaluate("document.querySelector('main').append(new Image())");

        assertThat(Chromium.axe(page).analyze().getViolations())
                .extracting(Rule::getId)
                .contains("image-alt");
    }

    private void checkCorrection(Page page, String patient, Look look) {
        page.navigate(patient);
        unfold(page);
        page.locator("a[href*='treatments/new?correct=']").first().click();
        check(page, "treatment-correct", look);
        page.getByLabel("Length").fill(look.phone() ? "43" : "44");
        page.getByLabel("Why it is corrected").fill("read off the wrong line");
        page.getByText("Save correction").click();
        page.waitForURL(patient);
        unfold(page);
        check(page, "patient-corrected", look);
    }

    private void checkProtocolKept(Page page, String patient, Look look) {
        page.navigate(patient + "/protocol");
        unfold(page);
        check(page, "protocol-kept", look);
        Owner.giveSecondFactor(visitors.person(Role.PRESCRIBER).id());
        page.navigate(patient + "/protocol/move");
        page.getByText("Show what changes").click();
        check(page, "protocol-move", look);
        page.navigate(visitors.address() + "/deviations");
        check(page, "deviations", look);
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    }

    /// How a page is looked at.
    record Look(boolean phone, boolean dark) {
        /// All kinds of patients with `--all`; otherwise those whose pages differ most.
        List<String> kinds() {
            return Boolean.getBoolean("evenkeel.all")
                    ? List.of(
                            "self-harm",
                            "withheld",
                            "agreed",
                            "overdue",
                            "soon",
                            "later",
                            "free",
                            "quiet")
                    : checksAll() ? List.of("withheld", "agreed", "soon") : List.of("self-harm");
        }

        /// Structure is the same in every look: axe checks it once, and in all looks with `--all`.
        boolean checksAll() {
            return Boolean.getBoolean("evenkeel.all") || (!phone && !dark);
        }

        String words() {
            return (phone ? "phone" : "desktop") + (dark ? "-dark" : "-light");
        }
    }

    private static Look desktop() {
        return new Look(false, false);
    }

    private Page open(Role role, Look look) {
        return open(role, look, "/worklist");
    }

    private Page open(Role role, Look look, String path) {
        BrowserContext context = Chromium.running()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(look.phone() ? 390 : 1280, look.phone() ? 844 : 900)
                        .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        opened.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> complain(message.text()));
        page.onPageError(complaints::add);
        page.navigate(visitors.address() + visitors.link(role));
        page.navigate(visitors.address() + path);
        return page;
    }

    /// A browser reports every answer that is not a page as it was hoped for; a refused form is.
    private void complain(String text) {
        if (!text.contains("status of 422")) {
            complaints.add(text);
        }
    }

    private void checkAll(Role role, Look look, String... paths) {
        Page page = open(role, look, "/" + paths[0]);
        for (String path : paths) {
            page.navigate(visitors.address() + "/" + path);
            check(page, path.replace('/', '-'), look);
        }
    }

    private void check(Page page, String name, Look look) {
        picture(page, name, look);
        AxeBuilder axe = Chromium.axe(page);
        if (!look.checksAll()) {
            axe.withRules(List.of("color-contrast", "target-size"));
        }
        for (Rule rule : axe.analyze().getViolations()) {
            complaints.add(name + " " + look.words() + ": " + rule.getId() + " " + rule.getNodes());
        }
        boolean wide = (boolean) page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (wide) {
            complaints.add(name + " " + look.words() + " scrolls sideways");
        }
    }

    /// For people to look at, and slow to draw: with `--all`.
    private static void picture(Page page, String name, Look look) {
        if (!Boolean.getBoolean("evenkeel.all")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-" + look.words() + ".png")));
    }

    private static boolean isFocused(Locator locator) {
        return (boolean) locator.evaluate("each => each === document.activeElement");
    }
}
