package org.evenkeel.clinic.web.internal;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.AuditEntry;
import org.evenkeel.clinic.audit.AuditFilter;
import org.evenkeel.clinic.web.ActionWords;
import org.evenkeel.clinic.web.LooksPage;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/// Tells a patient who looked at their record, and nothing of what was forecast there.
@Controller
class LooksController {
    private static final int ENTRIES = 500;

    private final Audit audit;
    private final People people;

    LooksController(Audit audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    /// Somebody who does the same several times in a row within a day is told once.
    private record Same(LocalDate day, UUID person, String role, String what) {}

    @GetMapping("/me/looks")
    @Needs(value = Permission.SEE_OWN_RECORD, act = "own-looks-view", of = Needs.Subject.SELF)
    View looks(
            @AuthenticationPrincipal Person person,
            @RequestParam(name = "before", defaultValue = "0") long before) {
        UUID patient = person.patientId().orElseThrow(NotThere::new);
        ZoneId zone = person.clinic().zone();
        List<AuditEntry> entries = audit.find(
                AuditFilter.onPatient(
                        person.clinicId(),
                        patient,
                        person.id(),
                        before > 0 ? OptionalLong.of(before) : OptionalLong.empty()),
                ENTRIES);
        return Page.of(
                "web/looks",
                new LooksPage(
                        zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        rows(entries, people.names(person.clinicId()), zone),
                        entries.size() < ENTRIES
                                ? ""
                                : "/me/looks?before=" + entries.getLast().number()));
    }

    private static List<LooksPage.Row> rows(
            List<AuditEntry> entries, Map<UUID, String> names, ZoneId zone) {
        List<LooksPage.Row> rows = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= entries.size(); to++) {
            if (to == entries.size()
                    || !same(entries.get(to), zone).equals(same(entries.get(from), zone))) {
                rows.add(row(entries.subList(from, to), names, zone));
                from = to;
            }
        }
        return rows;
    }

    private static Same same(AuditEntry entry, ZoneId zone) {
        return new Same(
                LocalDate.ofInstant(entry.at(), zone),
                entry.actor().personId(),
                entry.actor().role(),
                what(entry));
    }

    private static LooksPage.Row row(
            List<AuditEntry> latestFirst, Map<UUID, String> names, ZoneId zone) {
        AuditEntry entry = latestFirst.getLast();
        int times = latestFirst.size();
        return new LooksPage.Row(
                Words.time(entry.at(), zone),
                WhoActed.name(entry.actor(), names),
                entry.actor().role(),
                what(entry) + (times == 1 ? "" : ", " + times + " times from then on"));
    }

    private static String what(AuditEntry entry) {
        String words = ActionWords.toPatient(entry.act().action());
        return switch (entry.outcome()) {
            case DONE -> words;
            case DENIED -> words + ": not allowed";
            case REFUSED -> words + ": not carried out";
        };
    }
}
