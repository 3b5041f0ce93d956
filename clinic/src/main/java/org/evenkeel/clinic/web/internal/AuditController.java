package org.evenkeel.clinic.web.internal;

import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Anchors;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.AuditEntry;
import org.evenkeel.clinic.audit.AuditEntry.Outcome;
import org.evenkeel.clinic.audit.Sealer;
import org.evenkeel.clinic.web.ActionWords;
import org.evenkeel.clinic.web.AuditPage;
import org.evenkeel.clinic.web.AuditPage.Choice;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/// The audit list, narrowed to what is asked for, as a page and as files.
@Controller
class AuditController {
    private static final int ROWS = 200;

    private final Audit audit;
    private final Sealer sealer;
    private final Anchors anchors;
    private final People people;

    AuditController(Audit audit, Sealer sealer, Anchors anchors, People people) {
        this.audit = audit;
        this.sealer = sealer;
        this.anchors = anchors;
        this.people = people;
    }

    @GetMapping("/audit")
    @Needs(value = Permission.SEE_AUDIT, act = "audit-view", of = Needs.Subject.CLINIC)
    View list(
            @AuthenticationPrincipal Person person, @RequestParam Map<String, String> parameters) {
        AuditQuery query = AuditQuery.of(person.clinic(), parameters);
        Map<UUID, String> names = people.names(person.clinicId());
        List<AuditEntry> entries = audit.find(query.filter(), ROWS);
        AuditPage page = new AuditPage(
                query.form(),
                names.entrySet().stream()
                        .map(each -> new Choice(each.getKey().toString(), each.getValue()))
                        .sorted(Comparator.comparing(Choice::words))
                        .toList(),
                ActionWords.all().entrySet().stream()
                        .map(each -> new Choice(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(Choice::words))
                        .toList(),
                Arrays.stream(Outcome.values())
                        .map(each -> new Choice(each.code(), each.code()))
                        .toList(),
                kept(person),
                entries.stream().map(entry -> row(entry, names, person)).toList(),
                query.address("", OptionalLong.empty()),
                entries.size() < ROWS
                        ? ""
                        : query.address(
                                "/audit", OptionalLong.of(entries.getLast().number())));
        return query.form().isRight()
                ? Page.of("web/audit", page)
                : Page.refused("web/audit", page);
    }

    @GetMapping("/audit/export/csv")
    @Needs(value = Permission.SEE_AUDIT, act = "audit-export", of = Needs.Subject.CLINIC)
    void csv(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        export(person, parameters, AuditFile.CSV, response);
    }

    @GetMapping("/audit/export/json")
    @Needs(value = Permission.SEE_AUDIT, act = "audit-export", of = Needs.Subject.CLINIC)
    void json(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        export(person, parameters, AuditFile.JSON, response);
    }

    private void export(
            Person person,
            Map<String, String> parameters,
            AuditFile file,
            HttpServletResponse response)
            throws IOException {
        AuditQuery query = AuditQuery.of(person.clinic(), parameters);
        if (!query.form().isRight()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        file.write(audit, query.filter(), people.names(person.clinicId()), response);
    }

    private String kept(Person person) {
        long sealed = sealer.head(person.clinicId()).number();
        String anchored = anchors.latest(person.clinicId())
                .map(anchor -> "anchored up to No. " + anchor.head().number() + " at "
                        + Words.time(anchor.at(), person.clinic().zone()))
                .orElse("not anchored yet");
        return "Sealed up to No. " + sealed + ", " + anchored + ".";
    }

    private static AuditPage.Row row(AuditEntry entry, Map<UUID, String> names, Person person) {
        UUID object = entry.act().objectId();
        String shortId = object.toString().substring(0, 8);
        boolean isPatient = entry.act().objectKind().equals("patient");
        return new AuditPage.Row(
                entry.sealed().isPresent() ? Long.toString(entry.sealed().getAsLong()) : "not yet",
                Words.time(entry.at(), person.clinic().zone()),
                WhoActed.name(entry.actor(), names),
                entry.actor().role(),
                ActionWords.of(entry.act().action()),
                entry.act().objectKind() + " " + shortId,
                isPatient ? "/audit?patient=" + object : "",
                entry.outcome().code());
    }
}
