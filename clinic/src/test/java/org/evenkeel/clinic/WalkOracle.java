package org.evenkeel.clinic;

import org.evenkeel.clinic.DeclaredRoutes.Route;
import org.evenkeel.clinic.RecordingProxy.Seen;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.access.Relation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Says from what passed the proxy, the declared routes and the policy which marks the audit must
/// hold, request by request in their order. It asks nothing of the clinic's gate or database.
final class WalkOracle {
    private static final UUID ANY = new UUID(0, 0);

    /// A mark in the audit. Sessions and imported patients have ids that no request shows: their
    /// object is all zeros.
    record Mark(
            UUID clinic,
            UUID actor,
            String role,
            String act,
            String kind,
            UUID object,
            String outcome) {
        static UUID object(String act, String kind, UUID id) {
            return kind.equals("session") || act.equals("patient-import") ? ANY : id;
        }
    }

    private final DeclaredRoutes routes;
    private final WalkScene.Cast cast;
    private final Map<String, Person> links;
    private final Set<UUID> fresh;
    private final Set<UUID> listed;
    private final Map<String, Person> sessions = new HashMap<>();
    private final Map<UUID, Set<UUID>> team = new HashMap<>();
    private final Map<UUID, Set<UUID>> opened = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    /// @param links who was given which way in, by its path
    /// @param fresh who has given a second factor just now
    /// @param listed which openings in an emergency the auditor's page listed
    WalkOracle(
            DeclaredRoutes routes,
            WalkScene.Cast cast,
            Map<String, Person> links,
            Set<UUID> fresh,
            Set<UUID> listed) {
        this.routes = routes;
        this.cast = cast;
        this.links = links;
        this.fresh = fresh;
        this.listed = listed;
        cast.people().forEach(each -> team.put(each.id(), new HashSet<>(cast.cared())));
    }

    /// What the next request must have left.
    List<Mark> marks(Seen seen) {
        Person entering = links.get(seen.path());
        if (entering != null && !seen.given().isEmpty()) {
            sessions.put(seen.given(), entering);
            return List.of(done(entering, "sign-in-one-use-link", "person", entering.id()));
        }
        Person person = sessions.get(seen.session());
        if (person == null) {
            return List.of();
        }
        String path = seen.path().replaceFirst("\\?.*", "");
        if (seen.method().equals("POST") && !seen.body().contains("_csrf")) {
            requireStatus(seen, 403);
            return List.of(new Mark(
                    person.clinicId(),
                    person.id(),
                    person.role().words(),
                    "form-token",
                    "person",
                    person.id(),
                    "denied"));
        }
        if (path.equals("/leave") && seen.status() == 302) {
            sessions.remove(seen.session());
            return List.of(done(person, "sign-out", "session", ANY));
        }
        return routes.of(seen.method(), path)
                .map(route -> marks(seen, person, route, route.id(path)))
                .orElse(List.of());
    }

    private List<Mark> marks(Seen seen, Person person, Route route, Optional<UUID> id) {
        boolean direct = isAllowed(person, route, id);
        boolean throughGlass = !direct && isOpened(person, route, id);
        if (!direct && !throughGlass) {
            requireStatus(seen, 404);
            return List.of(mark(person, route, id, "denied"));
        }
        if (route.needs().fresh() && !fresh.contains(person.id())) {
            requireStatus(seen, 302);
            return List.of();
        }
        if (route.isLook()) {
            Mark look = mark(person, route, id, "done");
            return List.of(throughGlass ? in(clinicOf(id.orElseThrow()), look) : look);
        }
        return seen.status() < 400
                ? carriedOut(seen, person, route, id)
                : List.of(mark(person, route, id, "refused"));
    }

    private boolean isAllowed(Person person, Route route, Optional<UUID> id) {
        Policy.Cell cell = Policy.current().cell(person.role(), route.needs().value());
        return switch (route.needs().of()) {
            case PATIENT ->
                id.map(patient -> cell.allows(relation(person, patient))).orElse(false);
            case CLINIC, THING ->
                cell.reach() == Policy.Reach.CLINIC || cell.reach() == Policy.Reach.CARE_TEAM;
            case SELF -> cell.reach() != Policy.Reach.NEVER;
        };
    }

    private Relation relation(Person person, UUID patient) {
        if (person.patientId().equals(Optional.of(patient))) {
            return Relation.SELF;
        }
        if (!cast.own().contains(patient)) {
            return Relation.NONE;
        }
        return team.getOrDefault(person.id(), Set.of()).contains(patient)
                ? Relation.CARE_TEAM
                : Relation.OWN_CLINIC;
    }

    private boolean isOpened(Person person, Route route, Optional<UUID> id) {
        return id.map(opened.getOrDefault(person.id(), Set.of())::contains).orElse(false)
                && Policy.current()
                        .cell(person.role(), route.needs().value())
                        .allows(Relation.BREAK_GLASS);
    }

    /// What a form that was taken left; the use case may name it more precisely than its route.
    private List<Mark> carriedOut(Seen seen, Person person, Route route, Optional<UUID> id) {
        Map<String, String> form = form(seen.body());
        Mark usual = mark(person, route, id, "done");
        return switch (route.needs().act()) {
            case "decision-make" -> once(form, List.of(as("proposal-" + form.get("kind"), usual)));
            case "agreement-make" ->
                once(
                        form,
                        List.of(as(
                                "free".equals(form.get("kind"))
                                        ? "agreement-treatment-free"
                                        : "agreement-stretch",
                                usual)));
            case "import-upload" -> {
                String upload = seen.location().replaceFirst(".*/import/", "");
                yield List.of(done(person, "import-upload", "import", UUID.fromString(upload)));
            }
            case "import-save" ->
                once(
                        Map.of("key", id.orElseThrow().toString()),
                        List.of(
                                done(person, "import-save", "import", id.orElseThrow()),
                                done(person, "patient-import", "patient", ANY)));
            case "break-glass-review" ->
                listed.contains(id.orElseThrow())
                        ? once(
                                Map.of("key", id.orElseThrow().toString()),
                                List.of(done(
                                        person,
                                        "break-glass-review",
                                        "break-glass",
                                        id.orElseThrow())))
                        : List.of();
            case "sign-dose-verified" ->
                once(Map.of("key", person.id() + " " + form.get("dose")), List.of(usual));
            case "sign-limits-confirmed" ->
                once(Map.of("key", "limits " + person.clinicId()), List.of(usual));
            case "emergency-open" -> emergency(person, form, usual);
            case "care-team-change" -> {
                UUID member = UUID.fromString(form.getOrDefault("person", ""));
                Set<UUID> patients = team.computeIfAbsent(member, _ -> new HashSet<>());
                if ("in".equals(form.get("is"))) {
                    patients.add(id.orElseThrow());
                } else {
                    patients.remove(id.orElseThrow());
                }
                yield List.of(usual);
            }
            case "patient-register" ->
                once(form, List.of(done(person, "patient-register", "patient", ANY)));
            case "history-preview" -> List.of(usual);
            case String act when act.startsWith("protocol-") -> protocol(seen, person, form, usual);
            default -> once(form, List.of(usual));
        };
    }

    private List<Mark> emergency(Person person, Map<String, String> form, Mark usual) {
        UUID sought = cast.home().name().family().equals(form.get("family"))
                ? cast.home().id()
                : cast.stranger().id();
        opened.computeIfAbsent(person.id(), _ -> new HashSet<>()).add(sought);
        Mark glass = done(person, "break-glass", "patient", sought);
        return once(form, List.of(usual, in(clinicOf(sought), glass)));
    }

    /// What a form about a clinic's protocol left.
    private List<Mark> protocol(Seen seen, Person person, Map<String, String> form, Mark usual) {
        return switch (usual.act()) {
            case "protocol-begin" -> {
                String draft = seen.location().replaceFirst(".*/protocols/", "");
                UUID begun = UUID.fromString(draft.replaceFirst("/.*", ""));
                yield once(form, List.of(done(person, "protocol-begin", "protocol", begun)));
            }
            case "protocol-save" ->
                "save".equals(form.get("act"))
                        ? once(form, List.of(ofProtocol(usual)))
                        : List.of(as("protocol-preview", usual));
            case "protocol-sign" ->
                List.of(
                        ofProtocol(usual),
                        done(person, "sign-protocol-signed", "clinic", person.clinicId()));
            case "protocol-preview" -> List.of(usual);
            default -> List.of(ofProtocol(usual));
        };
    }

    private static Mark ofProtocol(Mark mark) {
        return new Mark(
                mark.clinic(),
                mark.actor(),
                mark.role(),
                mark.act(),
                "protocol",
                mark.object(),
                mark.outcome());
    }

    /// The same form twice is done once.
    private List<Mark> once(Map<String, String> form, List<Mark> marks) {
        String key = form.getOrDefault("key", "");
        return key.isEmpty() || keys.add(key) ? marks : List.of();
    }

    private static Mark mark(Person person, Route route, Optional<UUID> id, String outcome) {
        Optional<UUID> patient = switch (route.needs().of()) {
            case PATIENT -> id;
            case SELF -> person.patientId();
            case CLINIC, THING -> Optional.empty();
        };
        String kind = switch (route.needs().of()) {
            case CLINIC -> "clinic";
            case THING -> "thing";
            case PATIENT, SELF -> patient.isPresent() ? "patient" : "person";
        };
        UUID object = switch (route.needs().of()) {
            case CLINIC -> person.clinicId();
            case THING -> id.orElse(person.clinicId());
            case PATIENT, SELF -> patient.orElse(person.id());
        };
        return new Mark(
                person.clinicId(),
                person.id(),
                person.role().words(),
                route.needs().act(),
                kind,
                object,
                outcome);
    }

    private static Mark done(Person person, String act, String kind, UUID object) {
        return new Mark(
                person.clinicId(), person.id(), person.role().words(), act, kind, object, "done");
    }

    private static Mark as(String act, Mark mark) {
        return new Mark(
                mark.clinic(),
                mark.actor(),
                mark.role(),
                act,
                mark.kind(),
                mark.object(),
                mark.outcome());
    }

    private UUID clinicOf(UUID patient) {
        return patient.equals(cast.stranger().id())
                ? cast.stranger().clinicId()
                : cast.clinic().id();
    }

    private static Mark in(UUID clinic, Mark mark) {
        return new Mark(
                clinic,
                mark.actor(),
                mark.role(),
                mark.act(),
                mark.kind(),
                mark.object(),
                mark.outcome());
    }

    private static void requireStatus(Seen seen, int status) {
        if (seen.status() != status) {
            throw new AssertionError(seen + ", expected " + status);
        }
    }

    static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(
                        field -> URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                        (first, _) -> first));
    }
}
