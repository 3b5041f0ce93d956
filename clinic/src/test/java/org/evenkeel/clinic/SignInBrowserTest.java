package org.evenkeel.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.OneTimeCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Signing in with a real browser and an authenticator that the browser plays.
@ClinicTest
class SignInBrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String PASSWORD = "correct tugboat lantern 41";
    private static int count;

    @Autowired
    Visitors visitors;

    @Autowired
    Sessions sessions;

    @Autowired
    @Qualifier("owner")
    JdbcClient owner;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browser and axe complained of").isEmpty();
    }

    @Test
    void aPasskeyIsMadeUsedConfirmsAndUnlocks() {
        Page page = open(false, false);
        playAuthenticator(page, true);
        page.navigate(visitors.address() + visitors.link(Role.NURSE));
        page.navigate(visitors.address() + "/account");
        click(page, "Add a passkey");
        assertThat(page.getByText("last used")).isVisible();

        click(page, "Leave");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Sign in");
        click(page, "Use a passkey");
        assertThat(page).hasURL(visitors.address() + "/worklist");

        page.navigate(visitors.address() + "/account");
        forgetFactor(Role.NURSE);
        click(page, "Add a passkey");
        assertThat(page).hasURL(visitors.address() + "/confirm?to=/account");
        click(page, "Use a passkey");
        assertThat(page).hasURL(visitors.address() + "/account");

        click(page, "Lock");
        assertThat(page.getByRole(AriaRole.HEADING)).containsText("Locked");
        page.navigate(visitors.address() + "/worklist");
        assertThat(page).hasURL(visitors.address() + "/sign-in/locked");
        click(page, "Use a passkey");
        assertThat(page).hasURL(visitors.address() + "/worklist");
        page.navigate(visitors.address() + "/account");
        click(page, "End it");
        assertThat(page.getByText("You have none yet.")).isVisible();
    }

    @Test
    void aPasskeyThatDoesNotVerifyItsHolderIsRefused() {
        Page page = open(false, false);
        playAuthenticator(page, false);
        page.navigate(visitors.address() + visitors.link(Role.NURSE));
        page.navigate(visitors.address() + "/account");
        click(page, "Add a passkey");
        assertThat(page.locator("[data-passkey-problem]")).containsText("No passkey was made");
    }

    @Test
    void aPinOpensTheLockOverThePageAndFiveWrongOnesEndIt() {
        Page page = open(false, false);
        page.navigate(visitors.address() + visitors.link(Role.NURSE));
        page.navigate(visitors.address() + "/account");
        page.getByLabel("New PIN").fill("123456");
        click(page, "Set PIN");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("in a row");
        page.getByLabel("New PIN").fill("271828");
        click(page, "Set PIN");
        assertThat(page.getByText("You have one here.")).isVisible();

        page.navigate(visitors.address() + "/worklist");
        page.getByLabel("Find a patient").fill("half typed");
        Page elsewhere = page.context().newPage();
        elsewhere.navigate(visitors.address() + "/account");
        click(elsewhere, "Lock");
        long before = System.nanoTime();
        assertThat(page.locator("#lock")).isVisible();
        assertThat(System.nanoTime() - before).isLessThan(1_500_000_000L);
        check(page, "lock", false, false);

        page.locator("#lock-pin").fill("314159");
        page.locator("#lock-pin").press("Enter");
        assertThat(page.locator("[data-lock-problem]")).containsText("not your PIN");
        page.locator("#lock-pin").fill("271828");
        page.locator("#lock-pin").press("Enter");
        assertThat(page.locator("#lock")).isHidden();
        assertThat(page.getByLabel("Find a patient")).hasValue("half typed");

        click(page, "Lock");
        for (int i = 0; i < 5; i++) {
            page.getByLabel("PIN", new Page.GetByLabelOptions().setExact(false))
                    .first()
                    .fill("999888");
            click(page, "Open");
            page.waitForLoadState();
        }
        page.navigate(visitors.address() + "/worklist");
        assertThat(page).hasURL(visitors.address() + "/sign-in");
    }

    /// A proxy refuses during a restart; a connection dies while a tablet sleeps.
    @Test
    void aPageThatWasRefusedOrHearsNothingAsksAgain() {
        Page page = open(false, false);
        page.clock().install();
        AtomicInteger asked = new AtomicInteger();
        page.route("**/sign-in/session", route -> {
            switch (asked.incrementAndGet()) {
                case 1 -> route.fulfill(new Route.FulfillOptions().setStatus(503));
                case 2 -> {}
                default -> route.resume();
            }
        });
        page.navigate(visitors.address() + visitors.link(Role.FRONT_DESK));
        page.waitForCondition(() -> asked.get() == 1);
        page.clock().fastForward(6_000);
        page.waitForCondition(() -> asked.get() == 2);
        sessions.endAll(visitors.person(Role.FRONT_DESK).id(), "test");
        page.clock().fastForward(50_000);

        assertThat(page).hasURL(visitors.address() + "/sign-in");
        complaints.removeIf(text -> text.contains("status of 503"));
    }

    /// A tab that somebody left open hears of this browser's session, which is another's by now.
    @Test
    void aPageOfAnotherSessionGivesWay() {
        Page page = open(false, false);
        page.navigate(visitors.address() + visitors.link(Role.FRONT_DESK));
        page.route("**/sign-in/session", route -> {
            if (route.request().frame().url().endsWith("/account")) {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("event:session\ndata:open " + UUID.randomUUID() + "\n\n"));
            } else {
                route.resume();
            }
        });
        page.navigate(visitors.address() + "/account");

        page.waitForURL(url -> !url.endsWith("/account"));
    }

    /// HZ-05. A tablet leaves the wireless network with a record on it: what it shows is said to be
    /// old, and after the idle time nobody reads it before the server has answered.
    @ParameterizedTest
    @MethodSource("looks")
    void aPageWithoutAConnectionSaysSoAndIsCoveredUntilTheServerAnswers(
            boolean phone, boolean dark) {
        Page page = open(phone, dark);
        page.clock().install();
        page.navigate(visitors.address() + visitors.link(Role.NURSE));
        page.navigate(visitors.address() + "/account");
        assertThat(page.locator("#lost")).isEmpty();
        page.context().setOffline(true);
        page.clock().fastForward(50_000);
        assertThat(page.locator("#lost")).containsText("What stands here may be old.");
        check(page, "lost", phone, dark);
        page.clock().fastForward(9 * 60_000);
        assertThat(page.locator("#lock")).isHidden();
        page.clock().fastForward(15_000);
        assertThat(page.locator("#lock")).isVisible();
        assertThat(page.locator("[data-lock-problem]")).containsText("once the server answers");
        check(page, "lost-covered", phone, dark);
        page.locator("#lock-pin").fill("271828");
        page.locator("#lock-pin").press("Enter");
        assertThat(page.locator("#lock-pin")).hasValue("");
        page.keyboard().press("Escape");
        assertThat(page.locator("#lock")).isVisible();

        page.context().setOffline(false);
        page.clock().fastForward(6_000);
        assertThat(page.locator("#lock")).isHidden();
        assertThat(page.locator("#lost")).isEmpty();
        complaints.removeIf(text -> text.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void onlyTheServersYesTakesTheCoverAway() {
        Page page = open(false, false);
        page.navigate(visitors.address() + visitors.link(Role.NURSE));
        page.navigate(visitors.address() + "/account");
        page.getByLabel("New PIN").fill("271828");
        click(page, "Set PIN");
        page.navigate(visitors.address() + "/worklist");
        Page elsewhere = page.context().newPage();
        elsewhere.navigate(visitors.address() + "/account");
        click(elsewhere, "Lock");
        assertThat(page.locator("#lock")).isVisible();

        for (int status : List.of(403, 503, 0)) {
            page.route("**/sign-in/unlock", route -> {
                if (status == 0) {
                    route.abort();
                } else {
                    route.fulfill(new Route.FulfillOptions().setStatus(status));
                }
            });
            page.locator("#lock-pin").fill("271828");
            page.locator("#lock-pin").press("Enter");
            assertThat(page.locator("[data-lock-problem]")).containsText("did not work");
            assertThat(page.locator("#lock")).isVisible();
            page.evaluate("document.querySelector('[data-lock-problem]').textContent = ''");
            page.unroute("**/sign-in/unlock");
        }
        page.locator("#lock-pin").fill("271828");
        page.locator("#lock-pin").press("Enter");
        assertThat(page.locator("#lock")).isHidden();
        complaints.removeIf(text -> text.matches(".*(status of (403|503)|ERR_FAILED).*"));
    }

    /// HZ-07.
    @Test
    void endingASessionEndsItsOpenPageWithinASecond() {
        Page page = open(false, false);
        page.navigate(visitors.address() + visitors.link(Role.FRONT_DESK));
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        page.waitForTimeout(600);

        long before = System.nanoTime();
        sessions.endAll(visitors.person(Role.FRONT_DESK).id(), "test");
        page.waitForURL("**/sign-in");
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    /// One look in the short run, both with `--all`.
    static Stream<Arguments> looks() {
        Stream<Arguments> one = Stream.of(Arguments.of(true, true));
        return Boolean.getBoolean("evenkeel.all")
                ? Stream.concat(one, Stream.of(Arguments.of(false, false)))
                : one;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void fromAnInvitationToTheWorklist(boolean phone, boolean dark) {
        String name = "pia" + count++ + "@clinic.example";
        Page manager = open(phone, dark);
        manager.navigate(visitors.address() + visitors.link(Role.MANAGER));
        manager.navigate(visitors.address() + "/people");
        manager.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Pia Prescriber");
        manager.getByLabel("Name to sign in with").fill(name);
        manager.getByLabel("Role").selectOption("prescriber");
        click(manager, "Make a link");
        String link = manager.locator("code.secret").textContent();
        check(manager, "people", phone, dark);

        Page page = open(phone, dark);
        page.navigate(link);
        page.getByLabel("Password").fill("password1");
        click(page, "Go on");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("guessed");
        check(page, "invitation", phone, dark);
        page.getByLabel("Password").fill(PASSWORD);
        click(page, "Go on");
        byte[] secret = Letters.bytes(page.locator("code.secret").textContent());
        check(page, "enrol", phone, dark);
        page.getByLabel("Code").fill(code(secret, -1));
        click(page, "Go on");
        assertThat(page.locator(".codes li")).hasCount(10);
        String recovery = page.locator(".codes li").first().textContent();
        check(page, "codes", phone, dark);
        page.getByText("I have kept them").click();
        assertThat(page).hasURL(visitors.address() + "/worklist");
        page.navigate(visitors.address() + "/account");
        check(page, "account", phone, dark);
        page.navigate(visitors.address() + "/confirm?to=/worklist");
        page.getByLabel("Code").fill(code(secret, -1));
        click(page, "Confirm");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("used already");
        check(page, "confirm", phone, dark);
        page.getByLabel("Code").fill(code(secret, 0));
        click(page, "Confirm");
        assertThat(page).hasURL(visitors.address() + "/worklist");

        page.navigate(visitors.address() + "/account");
        click(page, "Leave");
        signIn(page, name);
        check(page, "code", phone, dark);
        page.getByLabel("Code").fill(recovery);
        click(page, "Go on");
        assertThat(page).hasURL(visitors.address() + "/worklist");
        // A page that is open would see by itself that its session is gone.
        page.navigate("about:blank");
        page.context().clearCookies();
        page.navigate(visitors.address() + "/sign-in");
        check(page, "sign-in", phone, dark);
        signIn(page, name);
        page.getByLabel("Code").fill(recovery);
        click(page, "Go on");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("used already");
    }

    private void signIn(Page page, String name) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Your second factor");
    }

    /// The tablet lay open for a while since the last factor.
    private void forgetFactor(Role role) {
        owner.sql("update identity.session set factor_at = null where person_id = ?")
                .param(visitors.person(role).id())
                .update();
    }

    private static String code(byte[] secret, int steps) {
        return OneTimeCode.code(secret, OneTimeCode.step(TestClock.NOW) + steps);
    }

    private static void click(Page page, String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }

    private static void playAuthenticator(Page page, boolean verifies) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", verifies);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private Page open(boolean phone, boolean dark) {
        BrowserContext context = Chromium.running()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(phone ? 390 : 1280, phone ? 844 : 900)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        opened.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> complain(message.text()));
        page.onPageError(complaints::add);
        return page;
    }

    /// A browser reports every refused form as if nobody had hoped for it.
    private void complain(String text) {
        if (!text.matches(".*status of (422|410|403).*")) {
            complaints.add(text);
        }
    }

    private void check(Page page, String name, boolean phone, boolean dark) {
        String look = (phone ? "phone" : "desktop") + (dark ? "-dark" : "-light");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve("sign-in-" + name + "-" + look + ".png")));
        Chromium.axe(page)
                .analyze()
                .getViolations()
                .forEach(rule ->
                        complaints.add(name + " " + look + ": " + rule.getId() + rule.getNodes()));
        boolean wide = (boolean) page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (wide) {
            complaints.add(name + " " + look + " scrolls sideways");
        }
    }
}
