package org.evenkeel.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Files;
import java.nio.file.Path;

/// Walks through `docs/tutorial/first-ten-minutes.md` as its reader would. With
/// `-Devenkeel.update=true` it takes the tutorial's pictures anew.
@ClinicTest
class TutorialTest {
    private static final Path TUTORIAL =
            Path.of(System.getProperty("evenkeel.root"), "docs", "tutorial");
    private static final boolean UPDATE = Boolean.getBoolean("evenkeel.update");

    @Autowired
    Visitors visitors;

    @Test
    void theTutorialCanBeFollowed() {
        try (BrowserContext context = Chromium.running()
                .newContext(new Browser.NewContextOptions().setViewportSize(1200, 860))) {
            Page page = context.newPage();
            page.navigate(visitors.address() + visitors.link(Role.PRESCRIBER));
            assertThat(page.locator("h1")).hasText("Worklist");
            picture(page, "worklist");

            page.getByText("Due within a week").first().click();
            page.locator(".group.is-soon .row-link").last().click();
            assertThat(page.locator("#course-chart svg")).isVisible();
            picture(page, "patient");

            String before = page.locator(".waiting-day").textContent();
            page.locator("#wait").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".waiting-day")).not().hasText(before);
            page.locator("#wait").scrollIntoViewIfNeeded();
            picture(page, "slider");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept"))
                    .click();
            assertThat(page.locator(".booked")).isVisible();
            picture(page, "accepted");
        }
    }

    private static void picture(Page page, String name) {
        Path file = TUTORIAL.resolve("pictures").resolve(name + ".png");
        if (UPDATE) {
            // The chart draws itself in; a picture half-way would mislead.
            page.waitForTimeout(1_200);
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        assertThat(Files.exists(file)).as("%s exists", file.getFileName()).isTrue();
    }
}
