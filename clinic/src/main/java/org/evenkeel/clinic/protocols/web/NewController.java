package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.protocols.Drafts;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.List;
import java.util.Map;

/// Begins a draft from a text that was written elsewhere.
@Controller
class NewController {
    private static final String PATH = "/protocols/new";

    private final Drafts drafts;

    NewController(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping(PATH)
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-form", of = Needs.Subject.CLINIC)
    View form() {
        return Page.of(
                "protocols/new", new NewPage(FormState.fresh(Map.of()), "", List.of(), List.of()));
    }

    @PostMapping(PATH)
    @Needs(value = Permission.WRITE_PROTOCOLS, act = "protocol-begin", of = Needs.Subject.CLINIC)
    View begin(@AuthenticationPrincipal Person person, @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        Command command = form.command();
        String text = sent.getOrDefault("text", "").replace("\r\n", "\n");
        return switch (Texts.parse(text)) {
            case Content.Wrong<Part>(List<Problem> problems) -> refused(form, text, problems);
            case Content.Loaded<Part>(Part tree)
            when form.isRight() ->
                new RedirectView(
                        "/protocols/" + drafts.begin(person, tree, "a file", command) + "/edit");
            case Content.Loaded<Part> _ -> refused(form, text, List.of());
        };
    }

    private static Page refused(FormState form, String text, List<Problem> problems) {
        return Page.refused("protocols/new", new NewPage(form, text, problems, List.of()));
    }
}
