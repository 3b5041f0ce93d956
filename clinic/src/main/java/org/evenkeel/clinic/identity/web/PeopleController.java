package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Needs.Subject;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.identity.internal.Enrolment;
import org.evenkeel.clinic.identity.internal.PublicAddress;
import org.evenkeel.clinic.identity.web.PeoplePage.Link;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Invites people, disables them, ends their sessions. What gives somebody a way in asks for a
/// fresh second factor; what takes one away does not.
@Controller
class PeopleController {
    private static final int LONGEST = 120;
    private static final View CONFIRM = new RedirectView("/confirm?to=/people");

    private final Staff staff;
    private final Enrolment enrolment;
    private final PublicAddress address;
    private final String leaks;

    /// @param leaks who is asked about leaked passwords; empty for nobody
    PeopleController(
            Staff staff,
            Enrolment enrolment,
            PublicAddress address,
            @Value("${evenkeel.leaks:}") String leaks) {
        this.staff = staff;
        this.enrolment = enrolment;
        this.address = address;
        this.leaks = leaks;
    }

    @GetMapping("/people")
    @Needs(value = Permission.MANAGE_PEOPLE, act = "people-view", of = Subject.CLINIC)
    View list(@AuthenticationPrincipal Person person) {
        return Page.of(
                "identity/people", page(person, FormState.fresh(Map.of()), Optional.empty()));
    }

    @PostMapping("/people")
    @Needs(value = Permission.MANAGE_PEOPLE, act = "people-invite", of = Subject.CLINIC)
    View invite(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        if (enrolment.mustConfirm(person, request)) {
            return CONFIRM;
        }
        FormState form = FormState.sent(fields);
        List.of("person", "name").forEach(field -> requireText(form, field));
        Optional<Role> role = role(form);
        if (!form.isRight() || role.isEmpty()) {
            return Page.refused("identity/people", page(person, form, Optional.empty()));
        }
        Optional<String> token =
                staff.invite(person, form.value("person"), role.get(), form.value("name"));
        if (token.isEmpty()) {
            form.reject("name", "Somebody signs in with this name already.");
            return Page.refused("identity/people", page(person, form, Optional.empty()));
        }
        return shown(person, form.value("person"), token.get(), request);
    }

    @PostMapping("/people/change")
    @Needs(value = Permission.MANAGE_PEOPLE, act = "people-change", of = Subject.CLINIC)
    View change(
            @AuthenticationPrincipal Person person,
            @RequestParam("person") UUID id,
            @RequestParam String act,
            HttpServletRequest request) {
        Person other = staff.colleague(person, id);
        boolean givesAWayIn = act.equals("link") || act.equals("enable");
        if (givesAWayIn && enrolment.mustConfirm(person, request)) {
            return CONFIRM;
        }
        return switch (act) {
            case "link" -> shown(person, other.name(), staff.link(person, other), request);
            case "end" -> after(() -> staff.endSessions(person, other));
            case "disable" -> after(() -> staff.setDisabled(person, other, true));
            case "enable" -> after(() -> staff.setDisabled(person, other, false));
            default -> throw new NotThere();
        };
    }

    private static View after(Runnable change) {
        change.run();
        return new RedirectView("/people");
    }

    private View shown(Person person, String name, String token, HttpServletRequest request) {
        String link = address.origin(request) + "/sign-in/invitation/" + token;
        return Page.of(
                "identity/people",
                page(person, FormState.fresh(Map.of()), Optional.of(new Link(name, link))));
    }

    private PeoplePage page(Person person, FormState form, Optional<Link> link) {
        return new PeoplePage(
                staff.rows(person),
                form,
                link,
                Arrays.stream(Role.values())
                        .filter(Staff::isStaff)
                        .map(Role::words)
                        .toList(),
                !leaks.isEmpty());
    }

    private static void requireText(FormState form, String field) {
        int length = form.value(field).length();
        if (length < 2 || length > LONGEST) {
            form.reject(field, "Enter 2 to " + LONGEST + " characters.");
        }
    }

    private static Optional<Role> role(FormState form) {
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(Staff::isStaff)
                .filter(each -> each.words().equals(form.value("role")))
                .findFirst();
        if (role.isEmpty()) {
            form.reject("role", "Choose one of the list.");
        }
        return role;
    }
}
