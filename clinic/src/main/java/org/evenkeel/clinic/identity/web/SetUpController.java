package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.identity.SetUp;
import org.evenkeel.clinic.identity.internal.Ceremonies;
import org.evenkeel.clinic.identity.internal.Ceremonies.Kind;
import org.evenkeel.clinic.identity.internal.Passwords;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Notice;
import org.evenkeel.clinic.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a clinic begins, for whoever started the program.
@Controller
class SetUpController {
    private static final Notice GONE = new Notice(
            "This link does not work any more",
            "It works once, until the program is started again. Once there is a clinic, people are"
                    + " invited from inside.");

    private static final int LONGEST = 120;

    /// Places, and UTC.
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.equals("UTC")
                    || zone.matches(
                            "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();

    private final SetUp setUp;
    private final Passwords passwords;
    private final Ceremonies ceremonies;

    SetUpController(SetUp setUp, Passwords passwords, Ceremonies ceremonies) {
        this.setUp = setUp;
        this.passwords = passwords;
        this.ceremonies = ceremonies;
    }

    @GetMapping(SetUp.PATH + "{token}")
    @OpenToAll("the token in it is the proof of who asks")
    View form(@PathVariable String token) {
        return setUp.accepts(token)
                ? Page.of("identity/set-up", page(FormState.fresh(Map.of("zone", here())), token))
                : gone();
    }

    @PostMapping(SetUp.PATH + "{token}")
    @OpenToAll("the token in it is the proof of who asks")
    View make(
            @PathVariable String token,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!setUp.accepts(token)) {
            return gone();
        }
        FormState form = FormState.sent(fields);
        List.of("clinic", "person", "name").forEach(field -> requireText(form, field));
        String password = fields.getOrDefault("password", "");
        passwords
                .problem(
                        password,
                        List.of(form.value("clinic"), form.value("person"), form.value("name")))
                .ifPresent(problem -> form.reject("password", problem));
        Optional<ZoneId> zone = zone(form);
        if (!form.isRight() || zone.isEmpty()) {
            return Page.refused("identity/set-up", page(form, token));
        }
        Optional<Person> first = setUp.make(
                token,
                new SetUp.Beginning(
                        form.value("clinic"),
                        zone.get(),
                        form.value("person"),
                        form.value("name"),
                        passwords.encode(password)));
        if (first.isEmpty()) {
            return gone();
        }
        ceremonies.begin(Kind.ENROL, first.get().id(), request, response);
        return new RedirectView("/sign-in/enrol");
    }

    private static void requireText(FormState form, String field) {
        int length = form.value(field).length();
        if (length < 2 || length > LONGEST) {
            form.reject(field, "Enter 2 to " + LONGEST + " characters.");
        }
    }

    private static Optional<ZoneId> zone(FormState form) {
        String typed = form.value("zone");
        if (ZONES.contains(typed)) {
            return Optional.of(ZoneId.of(typed));
        }
        form.reject("zone", "Choose a time zone of the list, for example Europe/Berlin.");
        return Optional.empty();
    }

    private static SetUpPage page(FormState form, String token) {
        return new SetUpPage(form, ZONES, SetUp.PATH + token);
    }

    private static String here() {
        String zone = ZoneId.systemDefault().getId();
        return ZONES.contains(zone) ? zone : "UTC";
    }

    private static View gone() {
        return new Page("web/notice", GONE, HttpStatus.GONE);
    }
}
