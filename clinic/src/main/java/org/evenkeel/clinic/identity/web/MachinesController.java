package org.evenkeel.clinic.identity.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Needs.Subject;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.identity.Machines;
import org.evenkeel.clinic.identity.Machines.Registered;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Registers programs and ends them.
@Controller
class MachinesController {
    private static final int LONGEST = 120;
    private static final List<Integer> LIVES = List.of(30, 90, 365);

    private final Machines machines;
    private final InstantSource clock;

    MachinesController(Machines machines, InstantSource clock) {
        this.machines = machines;
        this.clock = clock;
    }

    @GetMapping("/machines")
    @Needs(value = Permission.MANAGE_PEOPLE, act = "machines-view", of = Subject.CLINIC)
    View list(@AuthenticationPrincipal Person person) {
        return Page.of(
                "identity/machines", page(person, FormState.fresh(Map.of()), Optional.empty()));
    }

    @PostMapping("/machines")
    @Needs(
            value = Permission.MANAGE_PEOPLE,
            act = "machine-register",
            of = Subject.CLINIC,
            fresh = true)
    View register(
            @AuthenticationPrincipal Person person, @RequestParam Map<String, String> fields) {
        FormState form = FormState.sent(fields);
        Command command = form.command();
        int length = form.value("name").length();
        if (length < 2 || length > LONGEST) {
            form.reject("name", "Enter 2 to " + LONGEST + " characters.");
        }
        Set<Permission> may = Machines.GRANTABLE.stream()
                .filter(each -> !form.value("may-" + each.words()).isEmpty())
                .collect(Collectors.toSet());
        if (may.isEmpty()) {
            form.reject("may", "Choose at least one.");
        }
        Optional<Integer> days = LIVES.stream()
                .filter(each -> each.toString().equals(form.value("days")))
                .findFirst();
        if (days.isEmpty()) {
            form.reject("days", "Choose one of the list.");
        }
        if (!form.isRight() || days.isEmpty()) {
            return Page.refused("identity/machines", page(person, form, Optional.empty()));
        }
        Optional<Registered> made = machines.register(
                person, command, form.value("name"), may, Duration.ofDays(days.get()));
        if (made.isEmpty()) {
            form.reject("name", "This was registered already; its token was shown once.");
            return Page.refused("identity/machines", page(person, form, made));
        }
        return Page.of("identity/machines", page(person, FormState.fresh(Map.of()), made));
    }

    @PostMapping("/machines/{id}/revoke")
    @Needs(value = Permission.MANAGE_PEOPLE, act = "machine-revoke", of = Subject.THING)
    View revoke(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        if (machines.revoke(person, id)) {
            return new RedirectView("/machines");
        }
        FormState form = FormState.fresh(Map.of());
        form.reject("name", "No such program is good any more; see the list.");
        return Page.refused("identity/machines", page(person, form, Optional.empty()));
    }

    private MachinesPage page(Person person, FormState form, Optional<Registered> made) {
        return new MachinesPage(
                MachinesPage.rows(
                        machines.of(person.clinicId()),
                        clock.instant(),
                        person.clinic().zone()),
                form,
                made.map(one -> new MachinesPage.Made(one.person().name(), one.token())),
                Arrays.stream(Permission.values())
                        .filter(Machines.GRANTABLE::contains)
                        .toList(),
                LIVES);
    }
}
