package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Every route × every role, from the routes themselves: a new route is tested by existing.
@ClinicTest
class RoutesTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Visitors visitors;

    @Autowired
    Courses courses;

    /// A route that needs a permission.
    record Route(String method, String path, Permission needs) {}

    @Test
    void everyRouteSaysWhoMayUseIt() {
        List<String> silent = mapping.getHandlerMethods().values().stream()
                .filter(route -> !route.hasMethodAnnotation(Needs.class)
                        && !route.hasMethodAnnotation(OpenToAll.class))
                .map(HandlerMethod::toString)
                .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void onlyThoseWhoMaySeeARouteAndForOthersItIsNotThere() {
        List<String> wrong = new ArrayList<>();
        String missing = visitors.as(Role.PRESCRIBER).get("/nothing-here").body();
        for (Route route : routes()) {
            for (Role role : Role.values()) {
                HttpResponse<String> answer = ask(route, role);
                boolean there = answer.statusCode() != 404;
                if (there != role.may(route.needs())) {
                    wrong.add(role + " " + route + " " + answer.statusCode());
                }
                if (!there && !text(answer.body()).equals(text(missing))) {
                    wrong.add(role + " " + route + " tells a denied page from a missing one");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoHasNotSignedInSeesNothing() {
        for (Route route : routes()) {
            if (route.method().equals("GET")) {
                HttpResponse<String> answer = visitors.stranger().get(route.path());
                assertThat(answer.statusCode()).as(route.path()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                        .endsWith("/");
            }
        }
    }

    @Test
    void aPatientOfAnotherClinicIsNotThere() {
        Visitor prescriber = visitors.as(Role.PRESCRIBER);
        assertThat(prescriber.get("/patients/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    private List<Route> routes() {
        String patient = courses.of(visitors.person(Role.PRESCRIBER))
                .get(3)
                .patient()
                .id()
                .toString();
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            Needs needs = handler.getMethodAnnotation(Needs.class);
            if (needs != null) {
                String path = path(info).replace("{id}", patient).replace("{instrument}", "phq-9");
                routes.add(new Route(method(info), path, needs.value()));
            }
        });
        assertThat(routes).hasSizeGreaterThan(8);
        return routes;
    }

    /// Posts carry the form token and nothing else: those who may are refused for what is missing.
    private HttpResponse<String> ask(Route route, Role role) {
        Visitor visitor = visitors.as(role);
        if (route.method().equals("GET")) {
            return visitor.get(route.path() + (route.path().endsWith("/waiting") ? "?days=9" : ""));
        }
        Map<String, String> token = Visitor.hidden(visitor.get("/nothing-here"), "/leave");
        return visitor.post(route.path(), token);
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

    /// A page without what differs by person: frame and token.
    private static String text(String html) {
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }
}
