package org.evenkeel.clinic.protocols.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.protocols.Drafts;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.protocols.internal.FhirForm;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.SentFile;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.Problem;
import org.evenkeel.exchange.fhir.ProtocolFhir;
import org.evenkeel.exchange.fhir.ProtocolFhir.Reading;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.ProtocolText;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Takes a version of a protocol out as FHIR, and begins a draft from one that came in.
@Controller
class FhirController {
    private static final String FILE = "fhir";
    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

    private final Protocols protocols;
    private final Drafts drafts;
    private final ProtocolPages pages;

    FhirController(Protocols protocols, Drafts drafts, ProtocolPages pages) {
        this.protocols = protocols;
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping("/protocols/{id}/fhir")
    @Needs(value = Permission.SEE_PROTOCOLS, act = "protocol-fhir", of = Needs.Subject.THING)
    View out(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        Edition edition = protocols.edition(person.clinicId(), id).orElseThrow(NotThere::new);
        return protocols
                .protocol(edition)
                .map(protocol -> attachment(edition, FhirForm.of(protocol, edition.life())))
                .orElseGet(() -> Page.refused(
                        "protocols/protocol",
                        pages.of(
                                person,
                                edition,
                                "It can be taken out as FHIR once everything is put right.")));
    }

    @PostMapping("/protocols/fhir")
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-bring-in", of = Needs.Subject.CLINIC)
    View in(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request)
            throws IOException {
        FormState form = FormState.sent(sent);
        Command command = form.command();
        SentFile file = SentFile.of(request, FILE).orElse(null);
        if (file == null) {
            return refused(form, List.of("Choose a file first."));
        }
        if (!form.isRight()) {
            return refused(form, List.of(form.wrong(FormState.KEY)));
        }
        return switch (FhirForm.read(file.name(), bytes(file))) {
            case Reading.Refused(List<Problem> problems) ->
                refused(form, problems.stream().map(Problem::words).toList());
            case Reading.Read(Protocol protocol) ->
                new RedirectView(
                        "/protocols/" + drafts.bringIn(person, text(protocol), command) + "/edit");
        };
    }

    /// One byte more than allowed is enough to know that there is too much.
    private static byte[] bytes(SentFile file) throws IOException {
        try (InputStream stream = file.open()) {
            return stream.readNBytes(ProtocolFhir.MAX_BYTES + 1);
        }
    }

    /// What is kept is the text form, whichever way it came.
    private static Part text(Protocol protocol) {
        return switch (Texts.parse(ProtocolText.of(protocol))) {
            case Content.Loaded<Part>(Part text) -> text;
            case Content.Wrong<Part> wrong -> throw new IllegalStateException(wrong.toString());
        };
    }

    private static View attachment(Edition edition, byte[] bytes) {
        return (_, _, response) -> {
            response.setContentType(FHIR.toString());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(edition.protocol() + "-" + edition.version() + ".fhir.json")
                            .build()
                            .toString());
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        };
    }

    private static Page refused(FormState form, List<String> problems) {
        return Page.refused("protocols/new", new NewPage(form, "", List.of(), problems));
    }
}
