package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.CareTeams;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.access.Relation;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.identity.Machines;
import org.evenkeel.clinic.protocols.Protocols;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.DefaultServletHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Every route × every role × every relation to the record, from the routes and the policy
/// themselves: a new route is tested by existing.
@ClinicTest
class RoutesTest {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int TOO_MANY = 429;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Map<String, HandlerMapping> mappings;

    @Autowired
    ServletContext servlets;

    @Autowired
    @Qualifier("permissionGate")
    HandlerInterceptor gate;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    CareTeams teams;

    @Autowired
    Protocols protocols;

    @Autowired
    BreakGlass glass;

    @Autowired
    Machines machines;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    /// A route that needs a permission; its path still holds `{id}`.
    record Route(String method, String path, Needs needs, UUID protocol) {
        /// A protocol that ships is there for everybody; other things need not be.
        String on(UUID id) {
            return path.replace("/protocols/{id}", "/protocols/" + protocol)
                    .replace("{id}", id.toString())
                    .replace("{instrument}", "phq-9")
                    .replace("{source}", "murrough2013");
        }

        boolean aboutOnePatient() {
            return needs.of() == Needs.Subject.PATIENT;
        }
    }

    /// HZ-01.
    @Test
    void everyRouteSaysWhoMayUseIt() {
        List<String> silent = mapping.getHandlerMethods().values().stream()
                .filter(route -> !route.hasMethodAnnotation(Needs.class)
                        && !route.hasMethodAnnotation(OpenToAll.class))
                .map(HandlerMethod::toString)
                .toList();

        assertThat(silent).isEmpty();
    }

    /// What answers requests beside our routes would stand behind no declaration.
    @Test
    void nothingElseAnswersRequests() {
        assertThat(mappings.values().stream().map(each -> each.getClass().getSimpleName()))
                .containsOnly(
                        "RequestMappingHandlerMapping",
                        "BeanNameUrlHandlerMapping",
                        "RouterFunctionMapping",
                        "WelcomePageHandlerMapping",
                        "WelcomePageNotAcceptableHandlerMapping",
                        "SimpleUrlHandlerMapping");
        assertThat(servlets.getServletRegistrations()).containsOnlyKeys("dispatcherServlet");
    }

    @Test
    void theGateLetsNothingThroughThatDeclaresNothing() throws Exception {
        for (Object unknown : List.of(
                new ParameterizableViewController(), new DefaultServletHttpRequestHandler())) {
            assertThatThrownBy(() -> gate.preHandle(
                            new MockHttpServletRequest(), new MockHttpServletResponse(), unknown))
                    .isInstanceOf(NotThere.class);
        }
        assertThat(gate.preHandle(
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse(),
                        new ResourceHttpRequestHandler()))
                .isTrue();
    }

    @Test
    void aRouteWithAPatientsIdIsAboutThatPatient() {
        for (Route route : routes()) {
            assertThat(route.aboutOnePatient())
                    .as(route.toString())
                    .isEqualTo(route.path().startsWith("/patients/{id}"));
            assertThat(route.needs().of() == Needs.Subject.THING)
                    .as(route.toString())
                    .isEqualTo(!route.aboutOnePatient() && route.path().contains("{id}"));
        }
    }

    /// HZ-01.
    @Test
    void aRouteAnswersThoseWhoMayAndForOthersItIsNotThere() {
        Map<Relation, UUID> patients = patients();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Route route : routes()) {
            for (Role role : Role.values()) {
                for (Relation relation : Relation.values()) {
                    if (isPossible(route, role, relation)) {
                        asked++;
                        check(
                                route,
                                role,
                                relation,
                                patients.getOrDefault(relation, NOBODY),
                                wrong);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(300);
        TextFields.requireKnown(pages);
    }

    /// Nobody but a patient has a record of their own; a route about no patient has one relation.
    private static boolean isPossible(Route route, Role role, Relation relation) {
        return switch (relation) {
            case SELF -> role == Role.PATIENT || route.needs().of() == Needs.Subject.SELF;
            case CARE_TEAM -> role != Role.PATIENT && route.aboutOnePatient();
            case OWN_CLINIC -> route.needs().of() != Needs.Subject.SELF;
            case NONE -> route.aboutOnePatient();
            case BREAK_GLASS -> role != Role.PATIENT && route.aboutOnePatient();
        };
    }

    private void check(
            Route route, Role role, Relation relation, UUID patient, List<String> wrong) {
        HttpResponse<String> answer = askPatiently(route, role, patient);
        pages.read(answer.body());
        boolean there = answer.statusCode() != 404;
        String what = role + " " + relation + " " + route + " " + answer.statusCode();
        if (there != isAllowed(route, role, relation)) {
            wrong.add(what);
        }
        if (!there && !text(answer.body()).equals(text(missing(role)))) {
            wrong.add(what + " tells a denied page from a missing one");
        }
        if (!there && marks(role, route, "denied") == 0) {
            wrong.add(what + " left no mark");
        }
    }

    /// One program may ask so often and no more; there are more routes than that.
    private HttpResponse<String> askPatiently(Route route, Role role, UUID patient) {
        HttpResponse<String> answer = ask(route, someone(role), patient);
        if (role == Role.MACHINE && answer.statusCode() == TOO_MANY) {
            program = Optional.empty();
            persons.remove(role);
            return ask(route, someone(role), patient);
        }
        return answer;
    }

    /// From the policy, not from the gate.
    private static boolean isAllowed(Route route, Role role, Relation relation) {
        Policy.Cell cell = Policy.current().cell(role, route.needs().value());
        if (role == Role.MACHINE && !route.needs().machines()) {
            return false;
        }
        return switch (route.needs().of()) {
            case PATIENT -> cell.allows(relation);
            case CLINIC ->
                cell.reach() == Policy.Reach.CLINIC || cell.reach() == Policy.Reach.CARE_TEAM;
            case THING -> cell.reach() == Policy.Reach.CLINIC;
            case SELF -> cell.reach() != Policy.Reach.NEVER;
        };
    }

    private int marks(Role role, Route route, String outcome) {
        return database.sql("""
                        select count(*) from audit.event
                        where actor_id = :actor and action = :act and outcome = :outcome
                        """)
                .param("actor", person(role).id())
                .param("act", route.needs().act())
                .param("outcome", outcome)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoHasNotSignedInSeesNothing() {
        for (Route route : routes()) {
            if (route.method().equals("GET")) {
                HttpResponse<String> answer = visitors.stranger().get(route.on(UUID.randomUUID()));
                assertThat(answer.statusCode()).as(route.path()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                        .endsWith("/");
            }
        }
    }

    /// What can be typed on all pages that anybody was shown.
    private final PageFields pages = new PageFields();

    private final Map<Role, Visitor> signedIn = new EnumMap<>(Role.class);
    private final Map<Role, Person> persons = new EnumMap<>(Role.class);

    /// Somebody of every role, also of those the demo has nobody for.
    private Person person(Role role) {
        return persons.computeIfAbsent(role, _ -> {
            Person nurse = visitors.person(Role.NURSE);
            Optional<UUID> own = Optional.of(role)
                    .filter(Role.PATIENT::equals)
                    .map(_ -> visitors.courses(nurse).getLast().patient().id());
            if (role == Role.MACHINE) {
                return program().person();
            }
            Person someone = new Person(UUID.randomUUID(), "Some One", role, nurse.clinic(), own);
            people.add(someone);
            return someone;
        });
    }

    private Optional<Machines.Registered> program = Optional.empty();

    /// A program that was allowed all that a program can be.
    private Machines.Registered program() {
        Person manager = visitors.person(Role.MANAGER);
        Machines.Registered registered = program.orElseGet(() -> Visitors.inClinic(
                manager.clinicId(),
                () -> machines.register(
                                manager,
                                Command.of(UUID.randomUUID()),
                                "Some program",
                                Machines.GRANTABLE,
                                Duration.ofDays(1))
                        .orElseThrow()));
        program = Optional.of(registered);
        return registered;
    }

    private Visitor someone(Role role) {
        if (role == Role.MACHINE) {
            // The clock stands still: what a program may ask in a minute is never given back.
            database.sql("delete from identity.tries").update();
            return Visitor.program(visitors.address(), program().token());
        }
        return signedIn.computeIfAbsent(role, _ -> {
            Visitor visitor = visitors.stranger();
            visitor.get("/enter/" + links.issue(person(role).id()));
            return visitor;
        });
    }

    /// A patient of each relation to [#person(Role)].
    private Map<Relation, UUID> patients() {
        Person nurse = visitors.person(Role.NURSE);
        List<Snapshot> own = visitors.courses(nurse);
        UUID self = person(Role.PATIENT).patientId().orElseThrow();
        UUID demos = visitors.person(Role.PATIENT).patientId().orElseThrow();
        List<UUID> others = own.stream()
                .map(each -> each.patient().id())
                .filter(id -> !id.equals(self) && !id.equals(demos))
                .toList();
        for (Role role : Role.values()) {
            if (role != Role.PATIENT) {
                UUID member = person(role).id();
                Acting.inClinic(nurse.clinicId())
                        .run(() -> teams.join(nurse.actor(), member, others.subList(0, 1)));
            }
        }
        OtherClinic.Someone elsewhere =
                new OtherClinic(visitors, people, links, courses).prescriber();
        elsewhere.confirm(
                elsewhere.sendCsv("patient,date,score\none,2026-11-01,12\ntwo,2026-11-01,9\n"));
        UUID opened = elsewhere.patients().getLast().patient().id();
        var chart = new BreakGlass.Chart(elsewhere.person().clinicId(), opened);
        for (Role role : Role.values()) {
            glass.open(
                    person(role),
                    List.of(chart),
                    "found unconscious",
                    Command.of(UUID.randomUUID()));
        }
        return Map.of(
                Relation.BREAK_GLASS, opened,
                Relation.SELF, self,
                Relation.CARE_TEAM, others.get(0),
                Relation.OWN_CLINIC, others.get(1),
                Relation.NONE, elsewhere.patients().getFirst().patient().id());
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        UUID protocol = protocols.editions(NOBODY).getFirst().id();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            Needs needs = handler.getMethodAnnotation(Needs.class);
            if (needs != null) {
                routes.add(new Route(method(info), path(info), needs, protocol));
            }
        });
        assertThat(routes).hasSizeGreaterThan(20);
        return routes;
    }

    private final Map<Role, String> missing = new EnumMap<>(Role.class);

    /// What is not there for people, and for programs.
    private String missing(Role role) {
        Role asker = role == Role.MACHINE ? role : Role.PRESCRIBER;
        return missing.computeIfAbsent(
                asker, _ -> someone(asker).get("/nothing-here").body());
    }

    /// Posts carry the form token and nothing else: those who may are refused for what is missing.
    private static HttpResponse<String> ask(Route route, Visitor visitor, UUID patient) {
        String path = route.on(patient);
        if (route.method().equals("GET")) {
            return visitor.get(path + (path.endsWith("/waiting") ? "?days=9" : ""));
        }
        HttpResponse<String> page = visitor.get("/nothing-here");
        return visitor.post(path, isJson(page) ? Map.of() : Visitor.hidden(page, "/leave"));
    }

    private static String path(RequestMappingInfo info) {
        return info.getPatternValues().iterator().next();
    }

    private static String method(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .findFirst()
                .orElse(RequestMethod.GET)
                .name();
    }

    private static boolean isJson(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    /// A page without what differs by person: frame and token.
    private static String text(String html) {
        return html.startsWith("{")
                ? html
                : html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }
}
