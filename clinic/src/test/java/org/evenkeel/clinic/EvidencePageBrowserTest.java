package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Page.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The page of evidence in a real browser, checked for access: it stands here because the
/// clinic's tests drive one.
class EvidencePageBrowserTest {
    /// Two looks hold wide and narrow, light and dark; `--all` takes the other two as well.
    static Stream<Arguments> looks() {
        Stream<Arguments> two = Stream.of(Arguments.of(390, true), Arguments.of(1280, false));
        return Boolean.getBoolean("evenkeel.all")
                ? Stream.concat(two, Stream.of(Arguments.of(390, false), Arguments.of(1280, true)))
                : two;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void isAccessibleAndFits(int width, boolean dark) throws IOException {
        String html = org.evenkeel.evidence.Page.of(Ledger.here().claims(), Form.HTML);
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = Chromium.running()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.setContent(html);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            "target", "screenshots", "evidence-" + width + "-" + dark + ".png")));
            AxeBuilder axe = Chromium.axe(page);
            // Structure is the same in every look: axe checks it once, with `--all` in all.
            if (dark && !Boolean.getBoolean("evenkeel.all")) {
                axe.withRules(List.of("color-contrast", "target-size"));
            }
            for (Rule rule : axe.analyze().getViolations()) {
                complaints.add(rule.getId() + " " + rule.getNodes());
            }
            int wide = (int) page.evaluate("document.documentElement.scrollWidth");
            assertThat(complaints).isEmpty();
            assertThat(wide).as("scrolls sideways").isLessThanOrEqualTo(width);
        }
    }
}
