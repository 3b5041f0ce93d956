package org.evenkeel.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A protocol of the clinic's own from the copy of a shipped one to the day it is published, in a
/// real browser, by two people.
@ClinicTest
class ProtocolsBrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @Autowired
    Visitors visitors;

    @Autowired
    InstantSource clock;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browser and axe complained of").isEmpty();
    }

    @Test
    void aCopyIsEditedReviewedSignedPublishedAndCompared() {
        Page author = open(Role.MANAGER, false);
        author.navigate(visitors.address() + "/protocols");
        check(author, "protocols");
        author.locator("details:not([open]) > summary")
                .all()
                .reversed()
                .forEach(each -> each.click());
        author.getByRole(AriaRole.LINK, named("Every other day, then every 3 weeks (Messer"))
                .click();
        check(author, "protocol");
        author.getByRole(AriaRole.BUTTON, named("Copy to a draft")).click();
        assertThat(author.locator("h1")).containsText("Edit:");
        assertThat(author.locator("#picture .tl-visit")).hasCount(9);

        author.locator("[name=title]").fill("Every other day, then every 2 weeks");
        author.locator("[name='maintenance.usual.days.value']").fill("20");
        assertThat(author.locator("#picture")).containsText("20 days");
        author.locator("[name='maintenance.usual.days.value']").fill("90");
        assertThat(author.locator("#picture")).containsText("to put right");
        author.locator("[name='maintenance.usual.days.value']").fill("21");
        author.locator("[name='dose.perKg.value']").fill("0.4");
        assertThat(author.locator("#picture")).containsText("0.4 mg/kg");
        check(author, "protocol-editor");
        author.getByRole(AriaRole.BUTTON, named("Save the draft")).first().click();
        assertThat(author.locator("#picture")).not().containsText("Not saved yet");
        String draft = author.url().replace("/edit", "");
        author.navigate(draft);
        assertThat(author.getByRole(AriaRole.BUTTON, named("I have reviewed it")))
                .hasCount(0);

        Page second = open(Role.PRESCRIBER, false);
        secondFactor();
        second.navigate(draft);
        second.getByRole(AriaRole.BUTTON, named("I have reviewed it")).click();
        second.getByRole(AriaRole.LINK, named("Sign it")).click();
        check(second, "protocol-sign");
        second.getByRole(AriaRole.BUTTON, named("Sign in my name")).click();
        second.getByRole(AriaRole.BUTTON, named("Publish it")).click();
        assertThat(second.locator("[aria-current='step']")).hasText("published");
        assertThat(second.locator(".signature")).containsText("Dr Robin Demo");
        check(second, "protocol-published");

        second.getByRole(AriaRole.LINK, named("Compare with Every other day, then every 3 weeks"))
                .click();
        assertThat(second.locator("main")).containsText("0.5 mg/kg");
        assertThat(second.locator("main")).containsText("0.4 mg/kg");
        check(second, "protocol-compare");
    }

    @Test
    void aPhoneInTheDark() {
        Page page = open(Role.PRESCRIBER, true);
        page.navigate(visitors.address() + "/protocols");
        check(page, "protocols");
        page.navigate(visitors.address() + "/protocols/new");
        check(page, "protocol-new");
        page.navigate(visitors.address() + "/protocols");
        page.locator("details:not([open]) > summary").last().click();
        page.locator(".protocol-card a").last().click();
        check(page, "protocol");
        page.getByRole(AriaRole.BUTTON, named("Copy to a draft")).click();
        check(page, "protocol-editor");
        page.getByRole(AriaRole.LINK, named("Edit as text")).click();
        check(page, "protocol-text");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void secondFactor() {
        database.sql("""
                        update identity.session set factor_at = :now, factors = 'code link'
                        where person_id = :person
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", visitors.person(Role.PRESCRIBER).id())
                .update();
    }

    private Page open(Role role, boolean phone) {
        BrowserContext context = Chromium.running()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(phone ? 390 : 1280, phone ? 844 : 900)
                        .setColorScheme(phone ? ColorScheme.DARK : ColorScheme.LIGHT));
        opened.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(visitors.address() + visitors.link(role));
        return page;
    }

    private void check(Page page, String name) {
        String look = page.viewportSize().width < 500 ? "phone-dark" : "desktop-light";
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-" + look + ".png")));
        for (Rule rule : Chromium.axe(page).analyze().getViolations()) {
            complaints.add(name + " " + look + ": " + rule.getId() + " " + rule.getNodes());
        }
        boolean wide = (boolean) page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (wide) {
            complaints.add(name + " " + look + " scrolls sideways");
        }
    }
}
