package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.protocols.Drafts;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Life.Step;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Shows one version of a protocol and takes the steps of its life.
@Controller
class ProtocolController {
    private final Protocols protocols;
    private final Drafts drafts;
    private final ProtocolPages pages;

    ProtocolController(Protocols protocols, Drafts drafts, ProtocolPages pages) {
        this.protocols = protocols;
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping("/protocols/{id}")
    @Needs(value = Permission.SEE_PROTOCOLS, act = "protocol-view", of = Needs.Subject.THING)
    View protocol(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return Page.of("protocols/protocol", pages.of(person, find(person, id), ""));
    }

    @GetMapping("/protocols/{id}/file")
    @Needs(value = Permission.SEE_PROTOCOLS, act = "protocol-file", of = Needs.Subject.THING)
    ResponseEntity<byte[]> file(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        Edition edition = find(person, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(edition.protocol() + ".yaml")
                                .build()
                                .toString())
                .body(edition.text().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/protocols/{id}/copy")
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-begin", of = Needs.Subject.THING)
    View copy(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        Edition edition = find(person, id);
        Command command = form.command();
        if (!form.isRight()) {
            return refused(person, edition, form.wrong(FormState.KEY));
        }
        UUID draft = drafts.begin(
                person, Texts.tree(edition), edition.protocol() + " " + edition.version(), command);
        return new RedirectView("/protocols/" + draft + "/edit");
    }

    @PostMapping("/protocols/{id}/review")
    @Needs(value = Permission.REVIEW_PROTOCOLS, act = "protocol-review", of = Needs.Subject.THING)
    View review(SignedIn someone, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        return step(someone, id, Step.REVIEW, sent);
    }

    @PostMapping("/protocols/{id}/return")
    @Needs(value = Permission.REVIEW_PROTOCOLS, act = "protocol-return", of = Needs.Subject.THING)
    View back(SignedIn someone, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        return step(someone, id, Step.RETURN, sent);
    }

    @GetMapping("/protocols/{id}/sign")
    @Needs(
            value = Permission.SIGN_PROTOCOLS,
            act = "protocol-sign-form",
            of = Needs.Subject.THING,
            fresh = true)
    View signForm(SignedIn someone, @PathVariable UUID id) {
        return Page.of("protocols/sign", sign(someone.person(), find(someone.person(), id), ""));
    }

    @PostMapping("/protocols/{id}/sign")
    @Needs(
            value = Permission.SIGN_PROTOCOLS,
            act = "protocol-sign",
            of = Needs.Subject.THING,
            fresh = true)
    View sign(SignedIn someone, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        Edition edition = find(someone.person(), id);
        Optional<String> refused = take(someone, edition, Step.SIGN, FormState.sent(sent));
        return refused.<View>map(problem ->
                        Page.refused("protocols/sign", sign(someone.person(), edition, problem)))
                .orElseGet(() -> new RedirectView("/protocols/" + id));
    }

    @PostMapping("/protocols/{id}/publish")
    @Needs(value = Permission.PUBLISH_PROTOCOLS, act = "protocol-publish", of = Needs.Subject.THING)
    View publish(SignedIn someone, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        return step(someone, id, Step.PUBLISH, sent);
    }

    @PostMapping("/protocols/{id}/retire")
    @Needs(value = Permission.PUBLISH_PROTOCOLS, act = "protocol-retire", of = Needs.Subject.THING)
    View retire(SignedIn someone, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        return step(someone, id, Step.RETIRE, sent);
    }

    @PostMapping("/protocols/{id}/discard")
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-discard", of = Needs.Subject.THING)
    View discard(SignedIn someone, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        return step(someone, id, Step.DISCARD, sent);
    }

    private View step(SignedIn someone, UUID id, Step step, Map<String, String> sent) {
        Edition edition = find(someone.person(), id);
        return take(someone, edition, step, FormState.sent(sent))
                .<View>map(problem -> refused(someone.person(), edition, problem))
                .orElseGet(() -> new RedirectView("/protocols/" + id));
    }

    /// A step leads on, so the same form sent again finds it taken and is told so.
    private Optional<String> take(SignedIn someone, Edition edition, Step step, FormState form) {
        return drafts.step(
                someone.person(),
                someone.proof(),
                new Drafts.Wanted(edition.id(), step, form.value("seen"), form.value("reason")));
    }

    private Page refused(Person person, Edition edition, String problem) {
        return Page.refused("protocols/protocol", pages.of(person, edition, problem));
    }

    private SignPage sign(Person person, Edition edition, String problem) {
        ProtocolPage page = pages.of(person, edition, problem);
        return new SignPage(
                page,
                Meaning.PROTOCOL_SIGNED.sentence(),
                person.name() + ", " + person.role().words());
    }

    private Edition find(Person person, UUID id) {
        return protocols.edition(person.clinicId(), id).orElseThrow(NotThere::new);
    }
}
