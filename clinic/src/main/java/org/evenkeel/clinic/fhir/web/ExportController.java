package org.evenkeel.clinic.fhir.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.fhir.Exports;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;

/// Files of one patient's course. Their names say the id here, never who it is.
@Controller
class ExportController {
    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/patients/{id}/export/fhir")
    @Needs(
            value = Permission.EXPORT,
            act = "fhir-export",
            of = Needs.Subject.PATIENT,
            machines = true)
    ResponseEntity<byte[]> fhir(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return attachment(
                exports.of(person, id, Exports.Format.FHIR), FHIR, "course-" + id + ".json");
    }

    @GetMapping("/patients/{id}/export/scores")
    @Needs(
            value = Permission.EXPORT,
            act = "scores-export",
            of = Needs.Subject.PATIENT,
            machines = true)
    ResponseEntity<byte[]> scores(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return attachment(
                exports.of(person, id, Exports.Format.SCORES_CSV), CSV, "scores-" + id + ".csv");
    }

    @GetMapping("/patients/{id}/export/treatments")
    @Needs(
            value = Permission.EXPORT,
            act = "treatments-export",
            of = Needs.Subject.PATIENT,
            machines = true)
    ResponseEntity<byte[]> treatments(
            @AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return attachment(
                exports.of(person, id, Exports.Format.TREATMENTS_CSV),
                CSV,
                "treatments-" + id + ".csv");
    }

    private static ResponseEntity<byte[]> attachment(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
