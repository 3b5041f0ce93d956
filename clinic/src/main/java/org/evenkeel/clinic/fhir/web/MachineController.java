package org.evenkeel.clinic.fhir.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.fhir.Imports;
import org.evenkeel.clinic.fhir.Preview;
import org.evenkeel.clinic.fhir.Problems;
import org.evenkeel.clinic.fhir.Sent;
import org.evenkeel.clinic.fhir.Tally;
import org.evenkeel.clinic.patient.Identified;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.web.Problem;
import org.evenkeel.exchange.Note;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Import in one call, and what identifiers lead to which patient, for programs.
@Controller
class MachineController {
    private static final String KEY = "Idempotency-Key";
    private static final String NOTHING = "Nothing was saved";

    private final Imports imports;
    private final Patients patients;

    MachineController(Imports imports, Patients patients) {
        this.imports = imports;
        this.patients = patients;
    }

    /// Saves all of what is sent, or nothing. With a key that was used it answers as it did then.
    @PostMapping("/machine/import")
    @Needs(
            value = Permission.IMPORT,
            act = "import-save",
            of = Needs.Subject.CLINIC,
            machines = true)
    Object save(
            @AuthenticationPrincipal Person person,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String protocol,
            HttpServletRequest request) {
        Optional<UUID> id = uuid(key);
        if (id.isEmpty()) {
            return problem("The header " + KEY + " must hold a UUID, a fresh one for each import.");
        }
        Optional<Sent> sent = SentFiles.of(request);
        if (sent.isEmpty()) {
            return problem("Send multipart/form-data with a file in fhir, or in scores and, where"
                    + " there are any, treatments: one of the two.");
        }
        return switch (imports.saveAtOnce(person, id.get(), sent.get(), protocol)) {
            case Imports.Saved(Tally tally, List<Note> notes) ->
                ResponseEntity.ok(saved(id.get(), tally, notes));
            case Imports.Shown(Preview preview)
            when preview.problems().any() -> problem(preview.problems());
            case Imports.Shown(Preview preview) ->
                ResponseEntity.ok(saved(id.get(), preview.tally(), preview.notes()));
            case Imports.Unreadable(Problems problems) -> problem(problems);
            case Imports.Gone() -> problem("There is no protocol " + protocol + " here.");
        };
    }

    /// Ids of patients with what other systems call them, and no names.
    @GetMapping("/machine/patients")
    @Needs(
            value = Permission.EXPORT,
            act = "identifiers-view",
            of = Needs.Subject.CLINIC,
            machines = true)
    ResponseEntity<Map<String, Object>> identifiers(@AuthenticationPrincipal Person person) {
        List<Map<String, Object>> all = patients.identified(person.clinicId()).stream()
                .map(MachineController::members)
                .toList();
        return ResponseEntity.ok(Map.of("identifiers", all));
    }

    private static Map<String, Object> members(Identified one) {
        return Map.of(
                "patient", one.patientId(),
                "system", one.identifier().system(),
                "value", one.identifier().value());
    }

    private static Map<String, Object> saved(UUID id, Tally tally, List<Note> notes) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("import", id);
        members.put("patients", tally.patients());
        members.put("scores", tally.scores());
        members.put("treatments", tally.treatments());
        members.put("notes", notes.stream().map(Note::words).toList());
        return members;
    }

    private static Problem problem(Problems problems) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                NOTHING,
                "The files have " + problems.count() + " problems; the first are listed.",
                Map.of("problems", problems.first(), "more", problems.more()));
    }

    private static Problem problem(String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, NOTHING, detail, Map.of());
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
