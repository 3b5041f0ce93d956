package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.clinic.protocols.ProtocolWords;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Shows the library of protocols.
@Controller
class LibraryController {
    private static final String OWN = "Our own";
    private static final String REFERENCE = "reference";

    private final Protocols protocols;

    LibraryController(Protocols protocols) {
        this.protocols = protocols;
    }

    /// An edition and what its head says.
    private record Entry(Edition edition, Facts facts) {}

    /// What a list can be narrowed by.
    private enum Narrowing {
        DRUG("Drug", entry -> entry.facts().word("drug")),
        ROUTE("Route", entry -> entry.facts().word("route")),
        INDICATION("Treats", entry -> entry.facts().word("indication")),
        USE("Use", entry -> entry.facts().use()),
        GRADE("Evidence", entry -> entry.facts().word("grade")),
        STATE("State", entry -> entry.edition().life().words());

        private final String label;
        private final Function<Entry, String> value;

        Narrowing(String label, Function<Entry, String> value) {
            this.label = label;
            this.value = value;
        }

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        String words(String value) {
            return ProtocolWords.value(this == USE ? "for" : field(), value);
        }
    }

    @GetMapping("/protocols")
    @Needs(value = Permission.SEE_PROTOCOLS, act = "protocols-view", of = Needs.Subject.CLINIC)
    View library(@AuthenticationPrincipal Person person, @RequestParam Map<String, String> asked) {
        List<Entry> all = protocols.editions(person.clinicId()).stream()
                .filter(edition -> edition.life() != Life.DISCARDED)
                .map(edition -> new Entry(edition, new Facts(Texts.tree(edition))))
                .toList();
        FormState form = FormState.sent(asked);
        return Page.of(
                "protocols/library",
                new LibraryPage(
                        form,
                        filters(all),
                        groups(
                                all.stream()
                                        .filter(entry -> isWanted(entry, form))
                                        .toList(),
                                all.size()),
                        all.size()));
    }

    /// The clinic's own first, then by how the drug is given, then what is for reference only. A
    /// long list is folded but for its own and the first route; a narrowed one is all open.
    private List<LibraryPage.Group> groups(List<Entry> found, int all) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparing(LibraryController::rank))
                .forEach(entry -> groups.computeIfAbsent(group(entry), _ -> new ArrayList<>())
                        .add(entry));
        boolean whole = found.size() == all;
        List<LibraryPage.Group> shown = new ArrayList<>();
        groups.forEach((title, entries) -> shown.add(new LibraryPage.Group(
                title,
                entries.stream().map(this::card).toList(),
                !whole || shown.isEmpty() || shown.getLast().title().equals(OWN))));
        return List.copyOf(shown);
    }

    private static int rank(Entry entry) {
        return entry.edition().isOwn() ? 0 : entry.facts().use().equals(REFERENCE) ? 2 : 1;
    }

    private static String group(Entry entry) {
        return switch (rank(entry)) {
            case 0 -> OWN;
            case 1 -> "Given " + ProtocolWords.value("route", entry.facts().word("route"));
            default -> "For reference only: nobody is put on these";
        };
    }

    private static boolean isWanted(Entry entry, FormState form) {
        for (Narrowing each : Narrowing.values()) {
            String wanted = form.value(each.field());
            if (!wanted.isEmpty() && !wanted.equals(each.value.apply(entry))) {
                return false;
            }
        }
        return true;
    }

    /// Only what occurs can be chosen.
    private static List<LibraryPage.Filter> filters(List<Entry> all) {
        Map<Narrowing, Map<String, String>> found = new LinkedHashMap<>();
        for (Narrowing each : Narrowing.values()) {
            Map<String, String> choices = new TreeMap<>();
            all.forEach(entry -> {
                String value = each.value.apply(entry);
                if (!value.isEmpty()) {
                    choices.put(value, each.words(value));
                }
            });
            found.put(each, choices);
        }
        return found.entrySet().stream()
                .map(each -> new LibraryPage.Filter(
                        each.getKey().field(),
                        each.getKey().label,
                        each.getValue().entrySet().stream()
                                .map(choice ->
                                        new LibraryPage.Choice(choice.getKey(), choice.getValue()))
                                .toList()))
                .toList();
    }

    private LibraryPage.Card card(Entry entry) {
        Edition edition = entry.edition();
        Facts facts = entry.facts();
        boolean enrols = protocols.enrols(edition);
        return new LibraryPage.Card(
                edition.id(),
                facts.title(),
                facts.what(),
                enrols ? "patients may be put on it" : why(edition, facts),
                enrols,
                facts.grade(),
                facts.isExperience(),
                facts.label(),
                ProtocolState.words(edition),
                edition.isOwn());
    }

    private static String why(Edition edition, Facts facts) {
        if (facts.use().equals(REFERENCE)) {
            return "reference only: " + ProtocolWords.value("why", facts.word("use.why"));
        }
        return edition.life() == Life.RETIRED
                ? "retired: nobody else is put on it"
                : "not published: nobody is put on it";
    }
}
