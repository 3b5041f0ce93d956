package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.DeclaredRoutes.Route;
import org.evenkeel.clinic.RecordingProxy.Seen;
import org.evenkeel.clinic.WalkOracle.Mark;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// People of all roles walk at random through all routes while a proxy of the test's own writes
/// down every request. Afterwards the audit holds exactly the marks that these requests must leave:
/// none is missing and none is there without its request.
@ClinicTest
@Import(WalkScene.class)
// Its connections would be missing to the tests behind it.
@DirtiesContext
class RandomWalkTest {
    private static final int REQUESTS = Boolean.getBoolean("evenkeel.all") ? 10_000 : 300;
    private static final Set<String> WANTED = Set.of(
            "patient-view",
            "questionnaire-record",
            "treatment-record",
            "care-team-change",
            "import-save");
    private static final long SEED = Long.getLong("evenkeel.seed", 20261122);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Visitors visitors;

    @Autowired
    WalkScene scene;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private final Random chance = new Random(SEED);
    private final Map<String, Person> links = new HashMap<>();
    private final Map<UUID, Visitor> browsers = new HashMap<>();
    private final Map<UUID, WalkForms.Filled> sentLast = new HashMap<>();
    private final Set<UUID> fresh = new HashSet<>();
    private final Set<UUID> listed = new HashSet<>();

    /// HZ-13.
    @Test
    void theAuditHoldsExactlyWhatPassedTheProxy() throws InterruptedException {
        DeclaredRoutes routes = DeclaredRoutes.of(mapping);
        WalkScene.Cast cast = scene.fresh();
        WalkOracle oracle = new WalkOracle(routes, cast, links, fresh, listed);
        List<Seen> seen;
        try (RecordingProxy proxy = new RecordingProxy(visitors.address())) {
            cast.people().forEach(person -> enter(person, proxy));
            giveSecondFactor(cast);
            WalkForms forms = new WalkForms(cast, chance, listed);
            List<Route> left = new ArrayList<>();
            while (proxy.seen().size() < REQUESTS
                    || isShortOf(cast, proxy.seen().size())) {
                if (left.isEmpty()) {
                    left.addAll(routes.all());
                    left.removeIf(RandomWalkTest::movesTheGround);
                    boolean enough = proxy.seen().size() >= REQUESTS;
                    left.removeIf(
                            route -> enough && !WANTED.contains(route.needs().act()));
                    Collections.shuffle(left, chance);
                }
                step(left.removeLast(), cast, forms, proxy);
            }
            seen = proxy.seen();
        }

        assertThat(seen).filteredOn(each -> each.status() >= 500).isEmpty();
        Map<Mark, List<Seen>> expected = new HashMap<>();
        seen.forEach(each -> oracle.marks(each)
                .forEach(mark ->
                        expected.computeIfAbsent(mark, _ -> new ArrayList<>()).add(each)));

        assertThat(differences(cast, expected)).as("seed " + SEED).isEmpty();
        Set<String> outcomes = new TreeSet<>();
        expected.keySet().forEach(mark -> outcomes.add(mark.outcome()));
        assertThat(outcomes).containsExactly("denied", "done", "refused");
        assertThat(actsDone(expected)).containsAll(WANTED);
    }

    /// With every route that is added each is walked less often: the walk goes on over the wanted
    /// acts until each was done at least once, which is looked at now and then.
    private boolean isShortOf(WalkScene.Cast cast, int requests) {
        return requests < 4 * REQUESTS
                && (requests % 25 != 0
                        || !found(cast).keySet().stream()
                                .filter(mark -> mark.outcome().equals("done"))
                                .map(Mark::act)
                                .collect(Collectors.toSet())
                                .containsAll(WANTED));
    }

    /// Forms that end or change the sessions by which the walk goes have tests of their own.
    private static boolean movesTheGround(Route route) {
        return !route.isLook()
                && Stream.of("/account", "/confirm", "/people")
                        .anyMatch(each -> route.path().startsWith(each));
    }

    private void step(Route route, WalkScene.Cast cast, WalkForms forms, RecordingProxy proxy) {
        Person person = walker(route, cast);
        Visitor browser = browser(person);
        String path = path(route, cast);
        if (route.isLook()) {
            if (chance.nextInt(20) == 0) {
                browser.head(path);
            } else {
                browser.get(path + (path.endsWith("/waiting") ? "?days=14" : ""));
            }
            return;
        }
        switch (chance.nextInt(10)) {
            case 0 -> browser.post(path, Map.of("reason", "a form without its token"));
            case 1, 2 -> browser.post(path, wrong(browser));
            case 3 -> {
                WalkForms.Filled last = sentLast.get(person.id());
                if (last != null) {
                    browser.post(last.path(), last.fields());
                }
            }
            case 4 -> {
                // A new session would have no second factor.
                if (!fresh.contains(person.id())) {
                    leaveAndReturn(person, proxy);
                }
            }
            default -> {
                if (route.needs().act().equals("import-upload")) {
                    forms.upload(browser);
                } else {
                    WalkForms.Filled form = forms.right(browser, route, path);
                    sentLast.put(person.id(), form);
                    browser.post(form.path(), form.fields());
                    if (chance.nextInt(4) == 0) {
                        browser.post(form.path(), form.fields());
                    }
                }
            }
        }
    }

    private Map<String, String> wrong(Visitor browser) {
        Map<String, String> fields = WalkForms.token(browser);
        fields.put("key", chance.nextBoolean() ? UUID.randomUUID().toString() : "no key");
        fields.put("kind", "neither");
        fields.put("day", "31 February");
        fields.put("reason", "x".repeat(chance.nextInt(2_000)));
        fields.put("person", UUID.randomUUID().toString());
        fields.put("is", "elsewhere");
        return fields;
    }

    /// Mostly one of those who may.
    private Person walker(Route route, WalkScene.Cast cast) {
        List<Person> able = cast.people().stream()
                .filter(each -> Policy.current()
                                .cell(each.role(), route.needs().value())
                                .reach()
                        != Policy.Reach.NEVER)
                .toList();
        List<Person> among = chance.nextInt(3) == 0 || able.isEmpty() ? cast.people() : able;
        return among.get(chance.nextInt(among.size()));
    }

    private String path(Route route, WalkScene.Cast cast) {
        String id = switch (chance.nextInt(10)) {
            case 0 -> cast.stranger().id().toString();
            case 1 -> UUID.randomUUID().toString();
            case 2 -> chance.nextBoolean() ? "no-id" : cast.home().id().toString();
            default ->
                route.path().startsWith("/protocols/")
                        ? cast.draft().toString()
                        : cast.own().get(chance.nextInt(cast.own().size())).toString();
        };
        String instrument = switch (chance.nextInt(8)) {
            case 0 -> "nothing-such";
            case 1, 2 -> "gad-7";
            default -> "phq-9";
        };
        return route.path()
                .replace("{id}", id)
                .replace("{instrument}", instrument)
                .replaceAll("\\{\\w+}", "1");
    }

    private Visitor browser(Person person) {
        return Objects.requireNonNull(browsers.get(person.id()));
    }

    private void enter(Person person, RecordingProxy proxy) {
        Visitor browser = new Visitor(proxy.address());
        browsers.put(person.id(), browser);
        String link = scene.link(person);
        links.put(link, person);
        assertThat(browser.get(link).statusCode()).isEqualTo(302);
    }

    private void leaveAndReturn(Person person, RecordingProxy proxy) {
        Visitor browser = browser(person);
        browser.post("/leave", WalkForms.token(browser));
        browser.get("/worklist");
        sentLast.remove(person.id());
        enter(person, proxy);
    }

    /// As if half of them had given a code just now.
    private void giveSecondFactor(WalkScene.Cast cast) {
        for (Person person : cast.people()) {
            if (chance.nextBoolean()) {
                fresh.add(person.id());
                Owner.giveSecondFactor(person.id());
            }
        }
    }

    /// What the audit has too much or too little of, with the requests it concerns.
    private List<String> differences(WalkScene.Cast cast, Map<Mark, List<Seen>> expected)
            throws InterruptedException {
        List<String> wrong = List.of();
        // A refusal is written when its answer is on the way already.
        for (int attempt = 0; attempt < 20; attempt++) {
            wrong = compare(expected, found(cast));
            if (wrong.isEmpty()) {
                break;
            }
            Thread.sleep(50);
        }
        return wrong;
    }

    private static List<String> compare(Map<Mark, List<Seen>> expected, Map<Mark, Integer> found) {
        Set<Mark> all = new HashSet<>(expected.keySet());
        all.addAll(found.keySet());
        List<String> wrong = new ArrayList<>();
        for (Mark mark : all) {
            List<Seen> requests = expected.getOrDefault(mark, List.of());
            int marks = found.getOrDefault(mark, 0);
            if (marks != requests.size()) {
                wrong.add(marks + " instead of " + requests.size() + " of " + mark + " for "
                        + requests);
            }
        }
        return wrong;
    }

    private Map<Mark, Integer> found(WalkScene.Cast cast) {
        Map<Mark, Integer> found = new HashMap<>();
        database.sql("""
                        select clinic_id, actor_id, role, action, object_kind, object_id, outcome
                        from audit.event where actor_id in (:actors)
                        """)
                .param("actors", cast.people().stream().map(Person::id).toList())
                .query((row, _) -> mark(row))
                .list()
                .forEach(mark -> found.merge(mark, 1, Integer::sum));
        return found;
    }

    private static Mark mark(ResultSet row) throws SQLException {
        String act = row.getString("action");
        String kind = row.getString("object_kind");
        return new Mark(
                row.getObject("clinic_id", UUID.class),
                row.getObject("actor_id", UUID.class),
                row.getString("role"),
                act,
                kind,
                Mark.object(act, kind, row.getObject("object_id", UUID.class)),
                row.getString("outcome"));
    }

    private static Set<String> actsDone(Map<Mark, List<Seen>> expected) {
        Set<String> acts = new TreeSet<>();
        expected.keySet().stream()
                .filter(mark -> mark.outcome().equals("done"))
                .forEach(mark -> acts.add(mark.act()));
        return acts;
    }
}
