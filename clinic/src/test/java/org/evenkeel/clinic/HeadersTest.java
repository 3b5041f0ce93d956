package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.Filter;

import org.evenkeel.clinic.DeclaredRoutes.Route;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/// Every answer of every route carries the headers that keep browsers from doing harm: pages,
/// fragments, downloads, redirects, refusals, errors, files.
@ClinicTest
class HeadersTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    WebApplicationContext context;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter wall;

    @Test
    void everyRouteAnswersWithThem() {
        UUID patient = visitors.person(Role.PATIENT).patientId().orElseThrow();
        Set<Integer> statuses = new TreeSet<>();
        for (Route route : DeclaredRoutes.of(mapping).all()) {
            for (Visitor visitor :
                    List.of(visitors.stranger(), able(route.needs().value()))) {
                for (String id : List.of(patient.toString(), UUID.randomUUID().toString(), "no")) {
                    String path = route.path()
                            .replace("{id}", id)
                            .replace("{instrument}", "phq-9")
                            .replaceAll("\\{\\w+}", "1");
                    HttpResponse<String> answer =
                            route.isLook() ? visitor.get(path) : visitor.post(path, token(visitor));
                    SafeHeaders.check(route.method() + " " + path, answer);
                    statuses.add(answer.statusCode());
                }
            }
        }
        assertThat(statuses).contains(200, 302, 403, 404, 422);
    }

    @Test
    void soDoFilesErrorsAndWaysIn() {
        Visitor nurse = visitors.as(Role.NURSE);
        for (String path : List.of(
                "/",
                "/error",
                "/nothing-here",
                "/assets/evenkeel.css",
                "/assets/evenkeel.js",
                "/assets/nothing-here",
                "/enter/used")) {
            SafeHeaders.check("GET " + path, visitors.stranger().get(path));
            SafeHeaders.check("GET " + path, nurse.get(path));
            SafeHeaders.check("HEAD " + path, nurse.head(path));
        }
    }

    /// A proxy that encrypts says so; the request is secure then.
    @Test
    void overAnEncryptedConnectionNothingIsEverSentInTheClearAgain() throws Exception {
        MockHttpServletResponse answer = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(wall)
                .build()
                .perform(get(visitors.link(Role.NURSE)).secure(true).with(request -> {
                    request.setRemoteAddr("127.0.0.1");
                    return request;
                }))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000 ; includeSubDomains");
        assertThat(answer.getHeaders("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Secure", "; HttpOnly", "; Path=/", "; SameSite=")
                        .doesNotContain("Domain"));
        assertThat(visitors.stranger()
                        .get(visitors.link(Role.NURSE))
                        .headers()
                        .allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie).startsWith("evenkeel=").contains("; HttpOnly"));
    }

    private final Map<Role, Visitor> signedIn = new EnumMap<>(Role.class);

    private static Map<String, String> token(Visitor visitor) {
        HttpResponse<String> page = visitor.get("/nothing-here");
        return page.statusCode() == 404 ? Visitor.hidden(page, "/leave") : Map.of();
    }

    private Visitor able(Permission permission) {
        Role may = Stream.of(Role.PRESCRIBER, Role.MANAGER, Role.AUDITOR, Role.PATIENT)
                .filter(role ->
                        Policy.current().cell(role, permission).reach() != Policy.Reach.NEVER)
                .findFirst()
                .orElse(Role.RESEARCHER);
        return signedIn.computeIfAbsent(may, this::someone);
    }

    /// Nobody whom other tests know: some routes end sessions.
    private Visitor someone(Role role) {
        Visitor visitor = visitors.stranger();
        visitor.get(
                role == Role.PATIENT ? visitors.link(role) : "/enter/" + links.issue(add(role)));
        return visitor;
    }

    private UUID add(Role role) {
        Person person = new Person(
                UUID.randomUUID(),
                "Hedda Header",
                role,
                visitors.person(Role.NURSE).clinic(),
                Optional.empty());
        people.add(person);
        return person.id();
    }
}
