package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.RecordingProxy.Seen;
import org.evenkeel.clinic.Sqlmap.Depth;
import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// Scanners of others', Debian's sqlmap and wapiti, look for holes in the running clinic and find
/// none; and each finds the holes of a page that was made with them, in the same run or by the same
/// options.
///
/// sqlmap takes every parameter that a handler names or a page sends: looks at level 2 with all its
/// techniques but inline queries, forms at level 1 without UNION as well. A form that decides on a
/// page is refused as overtaken once the first of its kind was taken. What slows down guessing is
/// lifted for it: answers that differ by that alone look to it like answers of a database, and what
/// is not looked at is not tested. wapiti looks for itself, as three people, without what ends
/// their sessions.
@ClinicTest
@Import(WalkScene.class)
// Its tries to sign in would slow down those of other tests.
@DirtiesContext
@EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
class ScannersTest {
    private static final Depth LOOKS = new Depth(2, "BEUST");
    private static final int FEWEST = 20;
    private static final List<Role> SCANNED = List.of(Role.PRESCRIBER, Role.MANAGER, Role.AUDITOR);
    private static final Depth FORMS = new Depth(1, "BEST");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Visitors visitors;

    @Autowired
    WalkScene scene;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void sqlmapGetsAtNoParameter() throws Exception {
        ScanTargets targets = new ScanTargets(mapping, visitors, scene);
        List<ScanTarget> looks = new ArrayList<>(targets.of("GET"));
        looks.add(targets.cookie());
        List<ScanTarget> forms = targets.of("POST");
        long begun = System.nanoTime();
        try (LeakyServer leaky = new LeakyServer();
                RecordingProxy proxy = new RecordingProxy(visitors.address(), new FreshKeys());
                ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> looked = requests(looks, proxy, leaky);
            List<String> sent = requests(forms, proxy, leaky);
            Future<Sqlmap> first =
                    both.submit(() -> Sqlmap.over(folder.resolve("looks"), LOOKS, looked));
            Future<Sqlmap> second =
                    both.submit(() -> Sqlmap.over(folder.resolve("forms"), FORMS, sent));
            check(first.get(), looks);
            check(second.get(), forms);
            System.out.printf(
                    "sqlmap: %d parameters of %d routes, %d requests, %d s, 0 findings%n",
                    stars(looks) + stars(forms),
                    looks.size() + forms.size(),
                    proxy.seen().size(),
                    (System.nanoTime() - begun) / 1_000_000_000);
            assertThat(failures(proxy)).isEmpty();
        }
    }

    @Test
    void wapitiFindsNoHole() throws Exception {
        ScanTargets targets = new ScanTargets(mapping, visitors, scene);
        long begun = System.nanoTime();
        int found = 0;
        Map<String, String> tokens = new HashMap<>();
        SCANNED.forEach(role -> tokens.put(
                targets.as(role).cookie("evenkeel"),
                WalkForms.token(targets.as(role)).get("_csrf")));
        try (LeakyServer leaky = new LeakyServer();
                RecordingProxy proxy = new RecordingProxy(
                        visitors.address(), new SteadyForms(targets.cast(), tokens));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(scan("control", leaky.address(), "none=none", leaky).findings())
                    .contains(
                            "SQL Injection: GET /names name",
                            "Cross Site Scripting: GET /names name");
            Map<Role, Future<Wapiti>> scans = new EnumMap<>(Role.class);
            SCANNED.forEach(role -> scans.put(
                    role,
                    threads.submit(() -> scan(
                            role.name(),
                            proxy.address(),
                            "evenkeel=" + targets.as(role).cookie("evenkeel"),
                            leaky))));
            for (Map.Entry<Role, Future<Wapiti>> each : scans.entrySet()) {
                Role role = each.getKey();
                Wapiti seen = each.getValue().get();
                assertThat(seen.findings()).as(role.words()).isEmpty();
                assertThat(seen.found()).as(role.words()).isGreaterThan(FEWEST);
                assertThat(targets.as(role).get("/policy").statusCode())
                        .as("the session of the " + role.words())
                        .isEqualTo(200);
                found += seen.found();
            }
            System.out.printf(
                    "wapiti: %d addresses and forms, %d requests, %d s, 0 findings%n",
                    found, proxy.seen().size(), (System.nanoTime() - begun) / 1_000_000_000);
            assertThat(leaky.calls()).isEmpty();
            assertThat(failures(proxy)).isEmpty();
        }
    }

    private Wapiti scan(String name, String address, String cookie, LeakyServer leaky)
            throws IOException, InterruptedException {
        return Wapiti.over(
                folder.resolve(name),
                new Wapiti.Site(address, cookie, List.of("/worklist", "/audit", "/people")),
                leaky.address() + LeakyServer.CALLS);
    }

    /// Sends keys of its own, as if nobody had guessed before, and leaves all else as sqlmap made
    /// it.
    private static final class FreshKeys implements RecordingProxy.Passing {
        private static final Pattern GUESS = Pattern.compile("(?:^|&)(?:password|code)=");

        @Override
        public String sent(String session, String body) {
            if (GUESS.matcher(body).find()) {
                Owner.update("delete from identity.tries");
            }
            return body.replace(SteadyForms.KEY, UUID.randomUUID().toString());
        }
    }

    /// The requests, and before them one to a page that has the hole.
    private static List<String> requests(
            List<ScanTarget> targets, RecordingProxy proxy, LeakyServer leaky) {
        List<String> requests = new ArrayList<>();
        requests.add(new ScanTarget("GET", LeakyServer.PAGE + ScanTarget.STAR, List.of(), "")
                .logged(leaky.host()));
        String host = proxy.address().substring("http://".length());
        targets.forEach(target -> requests.add(target.logged(host)));
        return requests;
    }

    private static void check(Sqlmap sqlmap, List<ScanTarget> targets) {
        assertThat(sqlmap.findings()).singleElement().asString().contains("/names");
        assertThat(sqlmap.untouched()).as("parameters tested").isEqualTo(stars(targets));
    }

    private static long stars(List<ScanTarget> targets) {
        return targets.stream().mapToLong(ScanTarget::stars).sum();
    }

    private static Set<String> failures(RecordingProxy proxy) {
        Set<String> failures = new TreeSet<>();
        for (Seen seen : proxy.seen()) {
            if (seen.status() >= 500) {
                failures.add(seen.status() + " " + seen.method() + " " + seen.path());
            }
        }
        return failures;
    }
}
