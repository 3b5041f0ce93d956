package org.evenkeel.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;

import org.evenkeel.clinic.OtherClinic.Someone;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Import and export as people meet them, in a browser.
@ClinicTest
class ImportBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Path SYNTHEA =
            Path.of("..", "exchange/src/test/resources/org/evenkeel/exchange/synthea/bundle.json");
    private static final boolean ALL = Boolean.getBoolean("evenkeel.all");
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    private Someone someone;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        someone = new OtherClinic(visitors, people, links, courses).prescriber();
        context = Chromium.running()
                .newContext(new Browser.NewContextOptions().setViewportSize(DESKTOP, 900));
        page = context.newPage();
        page.navigate(
                visitors.address() + "/enter/" + links.issue(someone.person().id()));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void courseFilesComeInThroughPreviewAndConfirm() throws IOException {
        page.getByRole(AriaRole.LINK, named("Import")).click();
        look("import");

        choose("Scores", "scores.csv", "patient,date,score\nP1,2026-10-01,5\nP2,2026-02-30,31\n");
        read("Read the files");
        assertThat(page.getByText("2 problems: nothing was saved")).isVisible();
        look("import-problems");

        choose("Scores", "scores.csv", scores());
        choose("Treatments", "treatments.csv", treatments());
        read("Read the files");
        assertThat(page.getByText("Nothing is saved yet.")).isVisible();
        look("import-preview");
        page.getByLabel("New patients follow")
                .selectOption("Adaptive maintenance after six infusions (research default)");
        read("Save all of it");
        assertThat(page.getByText("The import is saved")).isVisible();
        look("import-saved");

        page.getByRole(AriaRole.LINK, named("Import another file")).click();
        page.getByLabel("File")
                .setInputFiles(new FilePayload(
                        "bundle.json", "application/json", Files.readAllBytes(SYNTHEA)));
        read("Read the file");
        assertThat(page.getByText("Marcela739 Nolan344")).isVisible();
        look("import-preview-fhir");
        read("Save all of it");
        assertThat(page.getByText("The import is saved")).isVisible();

        assertThat(someone.patients()).hasSize(4);
    }

    @Test
    void aCourseGoesOutFromThePatientsPage() throws IOException {
        someone.confirm(someone.sendCsv(scores(), treatments()));
        String id = someone.patients().getFirst().patient().id().toString();
        page.navigate(visitors.address() + "/patients/" + id);
        look("export");

        Download file = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("Scores CSV")).click());

        assertThat(file.suggestedFilename()).isEqualTo("scores-" + id + ".csv");
        assertThat(Files.readString(file.path())).contains(id + ",2026-09-01,phq-9,18");
    }

    @Test
    void aFileThatIsTooLargeIsToldBeforeItIsSent() {
        page.navigate(visitors.address() + "/import");
        page.getByLabel("File")
                .setInputFiles(new FilePayload(
                        "large.json", "application/json", new byte[21 * 1024 * 1024]));

        assertThat(page.getByText("This file is larger than 20 MB.")).isVisible();
    }

    /// Two looks hold wide and narrow, light and dark; `--all` takes the other two as well.
    private void look(String name) {
        look(name, DESKTOP, ColorScheme.LIGHT);
        look(name, PHONE, ColorScheme.DARK);
        if (ALL) {
            look(name, DESKTOP, ColorScheme.DARK);
            look(name, PHONE, ColorScheme.LIGHT);
        }
    }

    /// Takes a picture, and finds nothing that keeps people out. Structure is the same in every
    /// look: axe checks it once, and in all looks with `--all`.
    private void look(String name, int width, ColorScheme scheme) {
        // Without motion: no picture shows colours on their way from one scheme to the other.
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(width, 900);
        String shot = name + (width == PHONE ? "-phone-" : "-desktop-")
                + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SHOTS.resolve(shot)).setFullPage(true));
        AxeBuilder axe = Chromium.axe(page);
        if (!ALL && width == PHONE) {
            axe.withRules(List.of("color-contrast", "target-size"));
        }
        List<String> wrong =
                axe.analyze().getViolations().stream().map(Rule::toString).toList();
        assertThat(wrong).as(shot).isEmpty();
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide).as("%s scrolls sideways", shot).isLessThanOrEqualTo(width);
    }

    private void choose(String field, String name, String content) {
        page.getByLabel(field)
                .setInputFiles(new FilePayload(
                        name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private void read(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String scores() {
        return """
                patient,date,instrument,score,risk_item
                P1,2026-09-01,phq-9,18,
                P1,2026-10-01,phq-9,7,1
                P2,2026-10-02,phq-9,12,0
                P2,2026-10-09,gad-7,12,
                """;
    }

    private static String treatments() {
        return """
                patient,date,drug,route,dose_mg,weight_kg
                P1,2026-09-03,ketamine,IV,35,70
                P1,2026-09-06,ketamine,IV,35,70
                P3,2026-09-06,ketamine,IV,40.5,81
                """;
    }
}
