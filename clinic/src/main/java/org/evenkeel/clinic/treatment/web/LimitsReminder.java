package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.treatment.ConfirmLimits;
import org.evenkeel.clinic.web.Reminder;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Tells those who treat that the clinic's limits await a prescriber.
@Component
class LimitsReminder implements Reminder.Source {
    private final ConfirmLimits confirm;

    LimitsReminder(ConfirmLimits confirm) {
        this.confirm = confirm;
    }

    @Override
    public Optional<Reminder> of(Person person) {
        return Optional.of(person)
                .filter(each -> each.may(Permission.SEE_COURSES))
                .filter(this::isWaiting)
                .map(_ -> new Reminder("/limits", ConfirmLimits.WAITING));
    }

    private boolean isWaiting(Person person) {
        return Acting.as(person, Acting.Span.CLINIC).call(() -> confirm.isWaiting(person.clinic()));
    }
}
