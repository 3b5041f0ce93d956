package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.protocols.Difference;
import org.evenkeel.clinic.protocols.Drafts;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.protocols.web.EditorPage.Typed;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentText;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The editor: a form beside a drawn timeline, and the same text as text.
///
/// The form carries the text it was made from, so that nothing is kept between two requests and a
/// page that is sent again says the same.
@Controller
class EditorController {
    private static final String EDIT = "/protocols/{id}/edit";
    private static final String TEXT = "/protocols/{id}/text";

    private final Protocols protocols;
    private final Drafts drafts;
    private final Audit audit;

    EditorController(Protocols protocols, Drafts drafts, Audit audit) {
        this.protocols = protocols;
        this.drafts = drafts;
        this.audit = audit;
    }

    @GetMapping(EDIT)
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-form", of = Needs.Subject.THING)
    View form(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        Edition edition = find(person, id);
        if (edition.life() != Life.DRAFT) {
            return new RedirectView("/protocols/" + id);
        }
        return Page.of(
                "protocols/editor",
                page(edition, FormState.fresh(seen(edition)), Texts.tree(edition)));
    }

    @PostMapping(EDIT)
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-save", of = Needs.Subject.THING)
    View save(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        Edition edition = find(person, id);
        FormState form = FormState.sent(sent);
        Part typed = typed(edition, form, sent);
        String act = form.value("act");
        if (!act.equals("save")) {
            looked(person, edition);
            return Page.of("protocols/editor", page(edition, form, pressed(typed, form)));
        }
        return save(person, edition, form, typed);
    }

    @PostMapping("/protocols/{id}/picture")
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-preview", of = Needs.Subject.THING)
    View picture(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        Edition edition = find(person, id);
        FormState form = FormState.sent(sent);
        looked(person, edition);
        return Page.of("protocols/picture", page(edition, form, typed(edition, form, sent)));
    }

    @GetMapping(TEXT)
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-form", of = Needs.Subject.THING)
    View text(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        Edition edition = find(person, id);
        if (edition.life() != Life.DRAFT) {
            return new RedirectView("/protocols/" + id);
        }
        return Page.of(
                "protocols/text", text(edition, FormState.fresh(seen(edition)), edition.text()));
    }

    @PostMapping(TEXT)
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-save", of = Needs.Subject.THING)
    View saveText(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        Edition edition = find(person, id);
        FormState form = FormState.sent(sent);
        String typed = sent.getOrDefault("text", "").replace("\r\n", "\n");
        TextPage page = text(edition, form, typed);
        if (form.value("act").equals("save")
                && Texts.parse(typed) instanceof Content.Loaded<Part>(Part tree)) {
            return save(person, edition, form, tree);
        }
        return Page.refused("protocols/text", page);
    }

    private void looked(Person person, Edition edition) {
        audit.done(person.actor(), new Act("protocol-preview", "thing", edition.id()));
    }

    private View save(Person person, Edition edition, FormState form, Part typed) {
        Command command = form.command();
        if (!form.isRight()) {
            return Page.refused("protocols/editor", page(edition, form, typed));
        }
        Drafts.Change change = new Drafts.Change(edition.id(), number(form.value("seen")), command);
        return switch (drafts.save(person, change, typed)) {
            case Drafts.Outcome.Saved _ -> new RedirectView("/protocols/" + edition.id() + "/edit");
            case Drafts.Outcome.NoDraft(Edition now) -> {
                form.reject(
                        "act",
                        "It is " + now.life().words() + " and cannot be changed: begin a"
                                + " new version.");
                yield Page.refused("protocols/editor", page(now, form, typed));
            }
            case Drafts.Outcome.Overtaken(Edition theirs) ->
                Page.refused("protocols/conflict", conflict(theirs, typed));
        };
    }

    private static ConflictPage conflict(Edition theirs, Part typed) {
        return new ConflictPage(
                theirs.id(),
                Difference.between(Texts.tree(theirs), typed),
                ContentText.write(typed),
                theirs.saved(),
                UUID.randomUUID().toString());
    }

    private EditorPage page(Edition edition, FormState form, Part text) {
        String written = ContentText.write(text);
        Content<Protocol> content = protocols.content(written);
        List<Problem> problems =
                content instanceof Content.Wrong<Protocol> wrong ? wrong.problems() : List.of();
        return new EditorPage(
                edition.id(),
                new Facts(text).title(),
                edition.version(),
                form,
                written,
                EditorTree.of(text, problems),
                new Typed(
                        Pictured.of(content),
                        problems.stream().map(problem -> wrong(text, problem)).toList(),
                        Difference.between(Texts.tree(edition), text)));
    }

    private static EditorPage.Wrong wrong(Part text, Problem problem) {
        return new EditorPage.Wrong(
                EditorField.idOf(EditorTree.placeOf(text, problem)),
                problem.key().isEmpty() ? "All of it" : problem.key(),
                problem.cause());
    }

    private TextPage text(Edition edition, FormState form, String typed) {
        Content<Protocol> content = protocols.content(typed);
        return new TextPage(
                edition.id(),
                form,
                typed,
                Pictured.of(content),
                content instanceof Content.Wrong<Protocol> wrong ? wrong.problems() : List.of());
    }

    /// The text the form was made from, with what was typed over it.
    private static Part typed(Edition edition, FormState form, Map<String, String> sent) {
        Part base = Texts.parse(sent.getOrDefault("tree", "").replace("\r\n", "\n"))
                        instanceof Content.Loaded<Part>(Part tree)
                ? tree
                : Texts.tree(edition);
        return EditorForm.read(base, form, sent);
    }

    private static Part pressed(Part typed, FormState form) {
        String act = form.value("act").equals("source")
                ? "source " + form.value("new-source")
                : form.value("act");
        try {
            return EditorParts.after(typed, act);
        } catch (IllegalArgumentException noSuchPlace) {
            form.reject("act", "There is nothing there to change: " + noSuchPlace.getMessage());
            return typed;
        }
    }

    private static Map<String, String> seen(Edition edition) {
        return Map.of("seen", Integer.toString(edition.saved()));
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Edition find(Person person, UUID id) {
        return protocols.edition(person.clinicId(), id).orElseThrow(NotThere::new);
    }
}
