package org.evenkeel.clinic.oversight.internal;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.web.Reminder;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Tells those who see the audit which emergencies nobody has looked into.
@Component
class EmergencyReminder implements Reminder.Source {
    private final BreakGlass glass;

    EmergencyReminder(BreakGlass glass) {
        this.glass = glass;
    }

    @Override
    public Optional<Reminder> of(Person person) {
        return Optional.of(person)
                .filter(each -> each.may(Permission.SEE_AUDIT))
                .map(this::unreviewed)
                .filter(open -> open > 0)
                .map(open -> new Reminder("/emergencies", sentence(open)));
    }

    private int unreviewed(Person person) {
        return Acting.as(person, Acting.Span.CLINIC)
                .call(() -> glass.unreviewed(person.clinicId()));
    }

    private static String sentence(int open) {
        return (open == 1 ? "One record was" : open + " records were")
                + " opened in an emergency and nobody has looked into it yet.";
    }
}
