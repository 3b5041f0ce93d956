package org.evenkeel.clinic;

import org.evenkeel.clinic.DeclaredRoutes.Route;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.access.Role;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/// Every parameter of every route, in requests of people who may: what stands in a path, what the
/// handlers name, and what the pages send. Routes without a parameter are no targets; those that
/// end a session, `/leave`, `/account/sessions/end` and `/sign-in/lock`, have none.
final class ScanTargets {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final RequestMappingHandlerMapping mapping;
    private final Visitors visitors;
    private final WalkScene scene;
    private final WalkScene.Cast cast;
    private final WalkForms forms;
    private final PageFields pages = new PageFields();
    private final Map<UUID, Visitor> browsers = new LinkedHashMap<>();

    ScanTargets(RequestMappingHandlerMapping mapping, Visitors visitors, WalkScene scene) {
        this.mapping = mapping;
        this.visitors = visitors;
        this.scene = scene;
        cast = scene.fresh();
        forms = new WalkForms(cast, new Random(1), new HashSet<>());
        cast.people().forEach(person -> browsers.put(person.id(), enter(person)));
        letEverythingHappen();
    }

    WalkScene.Cast cast() {
        return cast;
    }

    /// The session of somebody of a role.
    Visitor as(Role role) {
        return browser(cast.people().stream()
                .filter(person -> person.role() == role)
                .findFirst()
                .orElseThrow());
    }

    /// The requests of one method that have something to test.
    List<ScanTarget> of(String method) {
        List<ScanTarget> targets = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            boolean asked = info.getMethodsCondition().getMethods().stream()
                    .anyMatch(each -> each.name().equals(method));
            if (asked) {
                String path = info.getPatternValues().iterator().next();
                targets.add(method.equals("GET") ? look(path, handler) : form(path, handler));
            }
        });
        targets.removeIf(target -> target.stars() == 0);
        return targets;
    }

    /// The session's own secret, which is read on every request. Without a parameter beside it
    /// sqlmap would test the address as well; with one of another target it would leave it out.
    ScanTarget cookie() {
        return new ScanTarget(
                "GET",
                "/appointments?read=1",
                List.of(session(as(Role.PRESCRIBER)) + ScanTarget.STAR),
                "");
    }

    private ScanTarget look(String path, HandlerMethod handler) {
        Visitor visitor = visitor(path, handler);
        Map<String, String> query = new LinkedHashMap<>();
        names(handler).forEach(name -> query.put(name, value(name)));
        if (takesAnything(handler)) {
            pages.of(path.replaceFirst("/export/.*", ""))
                    .forEach(name -> query.putIfAbsent(name, value(name)));
        }
        String starred = starred(path, filled(path));
        return new ScanTarget(
                "GET",
                query.isEmpty() ? starred : starred + "?" + ScanTarget.starred(query),
                List.of(session(visitor)),
                "");
    }

    private ScanTarget form(String path, HandlerMethod handler) {
        Visitor visitor = visitor(path, handler);
        Needs needs = handler.getMethodAnnotation(Needs.class);
        if (needs != null && needs.act().equals("import-upload")) {
            return upload(path, visitor);
        }
        if (has(handler, RequestBody.class)) {
            return json(path, visitor);
        }
        WalkForms.Filled sent = needs == null
                ? new WalkForms.Filled(filled(path), token(visitor))
                : forms.right(visitor, new Route("POST", path, needs), filledForForm(path));
        Map<String, String> fields = new LinkedHashMap<>(sent.fields());
        fields.computeIfPresent("key", (_, _) -> SteadyForms.KEY);
        Set<String> all = new TreeSet<>(names(handler));
        all.addAll(pages.of(sent.path()));
        if (path.equals("/protocols/{id}/edit")) {
            // Each is a place in one text, read by the same few lines.
            all.removeIf(name -> name.contains("[") || name.indexOf('.') > 0);
        }
        all.forEach(name -> fields.putIfAbsent(name, value(name)));
        if (path.equals("/people/change")) {
            fields.put("person", standIn().id().toString());
        }
        return new ScanTarget(
                "POST",
                starred(path, sent.path()),
                List.of(FORM, session(visitor)),
                ScanTarget.starred(fields));
    }

    private static ScanTarget upload(String path, Visitor visitor) {
        byte[] files = FormWithFiles.of(WalkForms.token(visitor))
                .file("scores", "scores.csv", "patient,date,score\nscan-1*,2026-11-01*,9*\n")
                .file("fhir", "course.json*", "{\"resourceType\":\"Bundle*\"}")
                .bytes();
        return new ScanTarget(
                "POST",
                path,
                List.of("Content-Type: " + FormWithFiles.TYPE, session(visitor)),
                new String(files, StandardCharsets.UTF_8));
    }

    private static ScanTarget json(String path, Visitor visitor) {
        return new ScanTarget(
                "POST",
                path,
                List.of(
                        "Content-Type: application/json",
                        "X-CSRF-TOKEN: " + token(visitor).get("_csrf"),
                        session(visitor)),
                "{\"id\":\"AAAA*\",\"rawId\":\"AAAA*\",\"type\":\"public-key*\"}");
    }

    /// Opens a record in an emergency, so that one waits to be looked at, and reads all pages.
    private void letEverythingHappen() {
        List<Route> routes = DeclaredRoutes.of(mapping).all();
        routes.stream()
                .filter(route -> route.needs().act().equals("emergency-open"))
                .forEach(route -> {
                    Visitor visitor = browser(able(route.needs()));
                    WalkForms.Filled form = forms.right(visitor, route, route.path());
                    visitor.post(form.path(), form.fields());
                });
        pages.read(visitors.stranger().get("/sign-in").body());
        routes.stream()
                .filter(Route::isLook)
                .forEach(route -> pages.read(browser(able(route.needs()))
                        .get(filled(route.path())
                                + (route.path().endsWith("/waiting") ? "?days=14" : ""))
                        .body()));
    }

    /// Forms that may end or change a session have one of their own.
    private Visitor visitor(String path, HandlerMethod handler) {
        Needs needs = handler.getMethodAnnotation(Needs.class);
        if (needs == null) {
            Visitor stranger = visitors.stranger();
            stranger.get("/sign-in");
            return stranger;
        }
        Person person = able(needs);
        return Stream.of("/account", "/confirm").anyMatch(path::startsWith)
                ? enter(person)
                : browser(person);
    }

    private static Map<String, String> token(Visitor visitor) {
        String page = "/sign-in";
        return visitor.get(page).body().contains("action=\"" + page + "\"")
                ? Visitor.hidden(visitor.get(page), page)
                : WalkForms.token(visitor);
    }

    private Person able(Needs needs) {
        Permission permission = needs.value();
        return cast.people().stream()
                .filter(each -> Policy.current().cell(each.role(), permission).reach()
                        != Policy.Reach.NEVER)
                .findFirst()
                .orElseThrow();
    }

    private Visitor enter(Person person) {
        Visitor visitor = visitors.stranger();
        visitor.get(scene.link(person));
        Owner.giveSecondFactor(person.id());
        return visitor;
    }

    private Visitor browser(Person person) {
        return Objects.requireNonNull(browsers.get(person.id()));
    }

    /// Somebody whose account may come to harm.
    private Person standIn() {
        return cast.people().stream()
                .filter(person -> person.role() == Role.DRUG_OFFICER)
                .findFirst()
                .orElseThrow();
    }

    private static String session(Visitor visitor) {
        return "Cookie: evenkeel=" + visitor.cookie("evenkeel");
    }

    /// What is recorded makes the pages stale on which is decided: another patient has that.
    private String filledForForm(String path) {
        return Stream.of("/decision", "/agreements").anyMatch(path::contains)
                ? filled(path)
                : filled(path.replace(
                        "/patients/{id}", "/patients/" + cast.cared().getLast()));
    }

    private String filled(String path) {
        return path.replace("/protocols/{id}", "/protocols/" + cast.draft())
                .replace("{id}", cast.cared().getFirst().toString())
                .replace("{instrument}", "phq-9")
                .replace("{source}", "murrough2013")
                .replaceAll("\\{\\w+}", "AAAA");
    }

    /// The path with a star behind each of its variables.
    private static String starred(String route, String path) {
        List<String> variables = Arrays.asList(route.split("/"));
        List<String> values = new ArrayList<>(Arrays.asList(path.split("/")));
        for (int i = 0; i < values.size(); i++) {
            if (variables.get(i).startsWith("{")) {
                values.set(i, values.get(i) + ScanTarget.STAR);
            }
        }
        return String.join("/", values);
    }

    private String value(String name) {
        return switch (name) {
            case "days" -> "14";
            case "from", "day", "born" -> "2026-11-01";
            case "until" -> "2026-11-21";
            case "patient" -> cast.cared().getFirst().toString();
            case "who", "person" -> standIn().id().toString();
            case "what" -> "patient-view";
            case "outcome" -> "done";
            case "before" -> "1000000";
            case "to" -> "/worklist";
            default -> "1";
        };
    }

    private static Set<String> names(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            Class<?> type = parameter.getParameterType();
            if (asked != null && !Map.class.isAssignableFrom(type)) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                names.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
            }
            if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static boolean takesAnything(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .anyMatch(each -> each.hasParameterAnnotation(RequestParam.class)
                        && Map.class.isAssignableFrom(each.getParameterType()));
    }

    private static boolean has(HandlerMethod handler, Class<? extends Annotation> annotation) {
        return Stream.of(handler.getMethodParameters())
                .anyMatch(each -> each.hasParameterAnnotation(annotation));
    }
}
