package org.evenkeel.clinic;

import org.evenkeel.clinic.DeclaredRoutes.Route;
import org.evenkeel.clinic.patient.Patient;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills forms in as people do: opens the page, takes its hidden fields, types the rest.
final class WalkForms {
    private static final Pattern LISTED =
            Pattern.compile("action=\"/emergencies/([0-9a-f-]{36})\"");
    private static final Pattern MEMBER = Pattern.compile(
            "name=\"person\" value=\"([0-9a-f-]{36})\">\\s*<button[^>]*value=\"(\\w+)\"");

    private final WalkScene.Cast cast;
    private final Random chance;
    private final Set<UUID> listed;

    /// @param listed where the openings that the auditor's page lists are written down
    WalkForms(WalkScene.Cast cast, Random chance, Set<UUID> listed) {
        this.cast = cast;
        this.chance = chance;
        this.listed = listed;
    }

    /// A form ready to be sent.
    record Filled(String path, Map<String, String> fields) {}

    /// The form of a route, right in all its fields as far as the page allows.
    ///
    /// @param path the route's path with its id
    Filled right(Visitor visitor, Route route, String path) {
        return switch (route.needs().act()) {
            case "questionnaire-record" -> questionnaire(visitor, path);
            case "treatment-record" ->
                filled(
                        visitor,
                        path + "/new",
                        path,
                        Map.of("dose", "35", "weight", "70", "hold-reason", "given by another"),
                        day());
            case "decision-make" -> decision(visitor, path);
            case "agreement-make" -> agreement(visitor, path);
            case "agreement-close" ->
                filled(
                        visitor,
                        path.replace("/agreements/close", ""),
                        path,
                        Map.of("close-reason", "it showed enough"));
            case "care-team-change" -> careTeam(visitor, path);
            case "break-glass-review" -> review(visitor, path);
            case "emergency-open" -> emergency(visitor, path);
            case "import-save" -> imported(visitor, path);
            case "history-note" -> filled(visitor, path, path, measured());
            case "consent-withdraw" ->
                filled(visitor, pageWith(visitor, path), path, Map.of("choice", "research"));
            case "plan-draft" -> filled(visitor, path, path, plan());
            case "protocol-save" ->
                filled(visitor, path, path, Map.of("act", chance.nextBoolean() ? "save" : "show"));
            default ->
                filled(visitor, pageWith(visitor, path), path, Map.of("reason", "in a walk"));
        };
    }

    /// The page whose form sends to a path: the path's own, or the nearest one above it.
    private static String pageWith(Visitor visitor, String action) {
        for (String page = action; page.lastIndexOf('/') > 0; page = above(page)) {
            if (visitor.get(page).body().contains("action=\"" + action + "\"")) {
                return page;
            }
        }
        return action;
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private Map<String, String> measured() {
        return Map.of(
                "kind", "quantity",
                "quantity-what", "moca",
                "quantity-value", Integer.toString(20 + chance.nextInt(10)),
                "quantity-day", "2026-11-01");
    }

    private static Map<String, String> plan() {
        return Map.of(
                "protocol", "ketamine-iv.murrough2013",
                "first", "2026-12-10",
                "weight", "70",
                "weighed", "2026-11-01",
                "reason", "in a walk");
    }

    /// The form's token from a page that everybody is shown, and nothing else.
    static Map<String, String> token(Visitor visitor) {
        return Visitor.hidden(visitor.get("/nothing-here"), "/leave");
    }

    /// Sends a small file, new each time.
    HttpResponse<String> upload(Visitor visitor) {
        String csv = "patient,date,score\nnew-" + chance.nextInt(1_000_000) + ",2026-11-01,"
                + chance.nextInt(28) + "\n";
        return visitor.upload(
                "/import", FormWithFiles.of(token(visitor)).file("scores", "scores.csv", csv));
    }

    @SafeVarargs
    private static Filled filled(
            Visitor visitor, String page, String action, Map<String, String>... typed) {
        Map<String, String> fields = hidden(visitor, visitor.get(page), action);
        for (Map<String, String> each : typed) {
            fields.putAll(each);
        }
        return new Filled(action, fields);
    }

    /// A page that has no such form for this person still leaves them the form's token.
    private static Map<String, String> hidden(
            Visitor visitor, HttpResponse<String> page, String action) {
        return page.body().contains("action=\"" + action + "\"")
                ? Visitor.hidden(page, action)
                : token(visitor);
    }

    private Map<String, String> day() {
        return Map.of(
                "day",
                LocalDate.of(2026, 11, 20).minusDays(chance.nextInt(300)).toString(),
                "drug",
                "KETAMINE",
                "route",
                "IV",
                "minutes",
                "40");
    }

    private Filled questionnaire(Visitor visitor, String path) {
        Map<String, String> answers = new LinkedHashMap<>();
        int items = path.endsWith("gad-7") ? 7 : 9;
        for (int item = 1; item <= items; item++) {
            answers.put("item-" + item, Integer.toString(chance.nextInt(4)));
        }
        return filled(visitor, path, path, day(), answers);
    }

    private Filled decision(Visitor visitor, String path) {
        Map<String, String> typed = switch (chance.nextInt(3)) {
            case 0 -> Map.of("kind", "accept");
            case 1 -> Map.of("kind", "decline", "reason", "away for a while");
            default ->
                Map.of(
                        "kind",
                        "move",
                        "day",
                        "2026-12-0" + (1 + chance.nextInt(9)),
                        "reason",
                        "suits them better");
        };
        return filled(visitor, path.replace("/decision", ""), path, typed);
    }

    private Filled agreement(Visitor visitor, String path) {
        Map<String, String> typed = chance.nextBoolean()
                ? Map.of(
                        "kind",
                        "free",
                        "free-until",
                        "2027-02-01",
                        "free-rise",
                        "6",
                        "free-reach",
                        "27",
                        "free-reason",
                        "they wish it")
                : Map.of(
                        "kind",
                        "stretch",
                        "stretch-days",
                        "28",
                        "stretch-until",
                        "2027-02-01",
                        "stretch-rise",
                        "6",
                        "stretch-reach",
                        "27");
        return filled(
                visitor,
                path.replace("/agreements", ""),
                path,
                typed,
                Map.of("stretch-reason", "to see whether it holds"));
    }

    private Filled careTeam(Visitor visitor, String path) {
        HttpResponse<String> page = visitor.get(path);
        Map<String, String> fields = hidden(visitor, page, path);
        List<Map.Entry<String, String>> members = MEMBER.matcher(page.body())
                .results()
                .map(each -> Map.entry(each.group(1), each.group(2)))
                .toList();
        if (!members.isEmpty()) {
            var member = members.get(chance.nextInt(members.size()));
            fields.put("person", member.getKey());
            fields.put("is", member.getValue());
        }
        return new Filled(path, fields);
    }

    private Filled review(Visitor visitor, String path) {
        HttpResponse<String> page = visitor.get("/emergencies");
        Matcher found = LISTED.matcher(page.body());
        if (!found.find()) {
            return new Filled(path, token(visitor));
        }
        listed.add(UUID.fromString(found.group(1)));
        String action = "/emergencies/" + found.group(1);
        return new Filled(action, Visitor.hidden(page, action));
    }

    private Filled emergency(Visitor visitor, String path) {
        Patient sought = chance.nextBoolean() ? cast.home() : cast.stranger();
        return filled(
                visitor,
                path,
                path,
                Map.of(
                        "given", sought.name().given(),
                        "family", sought.name().family(),
                        "born", sought.birthDate().orElseThrow().toString(),
                        "reason", "found unconscious in the waiting room"));
    }

    private Filled imported(Visitor visitor, String path) {
        HttpResponse<String> sent = upload(visitor);
        String action = sent.statusCode() == 302
                ? sent.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst(".*/import", "/import")
                : path;
        return filled(visitor, action, action, Map.of("protocol", "ketamine-iv.adaptive"));
    }
}
