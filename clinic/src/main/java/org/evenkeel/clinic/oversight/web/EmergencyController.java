package org.evenkeel.clinic.oversight.web;

import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens a record in an emergency. Who it is about is typed and sent, never in an address.
@Controller
class EmergencyController {
    private static final int LEAST_REASON = 10;
    private static final int MOST_REASON = 1000;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final BreakGlass glass;
    private final InstantSource clock;

    EmergencyController(BreakGlass glass, InstantSource clock) {
        this.glass = glass;
        this.clock = clock;
    }

    @GetMapping("/emergency")
    @Needs(
            value = Permission.BREAK_GLASS,
            act = "emergency-form",
            of = Needs.Subject.SELF,
            fresh = true)
    View form(@AuthenticationPrincipal Person person) {
        return Page.of("oversight/emergency", page(person, FormState.fresh(Map.of())));
    }

    @PostMapping("/emergency")
    @Needs(
            value = Permission.BREAK_GLASS,
            act = "emergency-open",
            of = Needs.Subject.SELF,
            fresh = true)
    View open(@AuthenticationPrincipal Person person, @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        Command command = form.command();
        Optional<BreakGlass.Sought> sought = read(form, person);
        List<BreakGlass.Chart> charts = sought.map(glass::find).orElse(List.of());
        if (form.isRight() && charts.isEmpty()) {
            form.reject(
                    "family",
                    "Nobody here has exactly this name and date of birth. Check all three.");
        }
        if (!form.isRight()) {
            return Page.refused("oversight/emergency", page(person, form));
        }
        glass.open(person, charts, form.value("reason"), command);
        return new RedirectView(
                charts.size() == 1 ? "/patients/" + charts.getFirst().patientId() : "/emergency");
    }

    private Optional<BreakGlass.Sought> read(FormState form, Person person) {
        for (String name : List.of("given", "family")) {
            if (form.value(name).isEmpty()) {
                form.reject(name, "Enter the name as it stands in the record.");
            }
        }
        Optional<LocalDate> born = form.pastDay("born", person.today(clock));
        int length = form.value("reason").length();
        if (length < LEAST_REASON || length > MOST_REASON) {
            form.reject(
                    "reason",
                    "Say in " + LEAST_REASON + " to " + MOST_REASON + " characters why; it has "
                            + length + ".");
        }
        return form.isRight()
                ? Optional.of(new BreakGlass.Sought(
                        form.value("given"), form.value("family"), born.orElseThrow()))
                : Optional.empty();
    }

    private EmergencyPage page(Person person, FormState form) {
        return new EmergencyPage(
                form,
                person.today(clock).toString(),
                glass.current(person).stream()
                        .map(opened -> new EmergencyPage.Open(
                                opened.patientId(),
                                CLOCK.withZone(person.clinic().zone()).format(opened.until())))
                        .toList());
    }
}
