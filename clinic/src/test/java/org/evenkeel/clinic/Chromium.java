package org.evenkeel.clinic;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine's own browser, started once for all tests. No browser is downloaded.
final class Chromium {
    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private Chromium() {}

    private static final class Running {
        private static final Playwright PLAYWRIGHT =
                Playwright.create(new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(SWITCHES));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }
    }

    static Browser running() {
        return Running.BROWSER;
    }

    /// The checker of accessibility on a page. No page here has frames, so that it need not open
    /// another page to bring their results together.
    static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static Path program() {
        return Stream.of(
                        Optional.ofNullable(System.getProperty("evenkeel.chromium")),
                        Optional.ofNullable(System.getenv("EVENKEEL_CHROMIUM")),
                        Optional.of("/usr/bin/chromium"))
                .flatMap(Optional::stream)
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the browser tests need Chromium: install it or name it in"
                                + " EVENKEEL_CHROMIUM"));
    }
}
