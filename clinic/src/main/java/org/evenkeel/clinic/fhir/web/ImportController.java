package org.evenkeel.clinic.fhir.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.fhir.Imports;
import org.evenkeel.clinic.fhir.Preview;
import org.evenkeel.clinic.fhir.Problems;
import org.evenkeel.clinic.fhir.Sent;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.web.Notice;
import org.evenkeel.clinic.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Optional;
import java.util.UUID;

/// Takes files, shows what they hold, and saves them when told to.
@Controller
class ImportController {
    private static final Notice GONE = new Notice(
            "This upload is not here any more",
            "Nothing was saved. A file waits for half an hour, and until the same person sends"
                    + " another one. Please choose it again under Import.");

    private final Imports imports;
    private final Protocols protocols;

    ImportController(Imports imports, Protocols protocols) {
        this.imports = imports;
        this.protocols = protocols;
    }

    @GetMapping("/import")
    @Needs(value = Permission.IMPORT, act = "import-form", of = Needs.Subject.CLINIC)
    View form() {
        return Page.of("fhir/import", new ImportPage(Optional.empty(), Optional.empty()));
    }

    @PostMapping("/import")
    @Needs(value = Permission.IMPORT, act = "import-upload", of = Needs.Subject.CLINIC)
    View open(@AuthenticationPrincipal Person person, HttpServletRequest request) {
        Optional<Sent> sent = SentFiles.of(request);
        if (sent.isEmpty()) {
            return Page.refused(
                    "fhir/import",
                    new ImportPage(
                            Optional.of(SentFiles.whatIsMissing(request)), Optional.empty()));
        }
        return switch (imports.open(person, sent.get())) {
            case Imports.Unreadable(Problems problems) ->
                Page.refused(
                        "fhir/import", new ImportPage(Optional.empty(), Optional.of(problems)));
            case Imports.Shown(Preview preview) ->
                preview.problems().any()
                        ? refused(person, preview)
                        : new RedirectView("/import/" + preview.id());
            case Imports.Saved _, Imports.Gone _ -> gone();
        };
    }

    @GetMapping("/import/{id}")
    @Needs(value = Permission.IMPORT, act = "import-view", of = Needs.Subject.THING)
    View look(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return switch (imports.look(person, id)) {
            case Imports.Shown(Preview preview)
            when preview.problems().any() -> refused(person, preview);
            case Imports.Shown(Preview preview) -> Page.of("fhir/preview", page(person, preview));
            case Imports.Saved saved -> Page.of("fhir/saved", new SavedPage(saved.tally()));
            case Imports.Unreadable _, Imports.Gone _ -> gone();
        };
    }

    @PostMapping("/import/{id}")
    @Needs(value = Permission.IMPORT, act = "import-save", of = Needs.Subject.THING)
    View save(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam(name = "protocol", defaultValue = "") String protocol) {
        return switch (imports.save(person, id, protocol)) {
            case Imports.Saved _ -> {
                imports.forget(person, id);
                yield new RedirectView("/import/" + id);
            }
            case Imports.Shown(Preview preview) -> refused(person, preview);
            case Imports.Unreadable _, Imports.Gone _ -> gone();
        };
    }

    private Page refused(Person person, Preview preview) {
        return Page.refused("fhir/preview", page(person, preview));
    }

    private PreviewPage page(Person person, Preview preview) {
        return PreviewPage.of(preview, protocols.enrolling(person.clinicId()));
    }

    private static Page gone() {
        return new Page("web/notice", GONE, HttpStatus.GONE);
    }
}
