package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.eligibility.RuleSettings.Chosen;
import org.evenkeel.clinic.web.FormState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Chooses by which rules a clinic goes.
@Service
public class SetRules {
    /// Field with the place whose rules hold.
    public static final String JURISDICTION = "jurisdiction";
    /// Field with the pack that defines treatment resistance.
    public static final String RESISTANCE = "resistance";
    /// Field with what was chosen when the form was shown.
    public static final String SEEN = "seen";

    private final RuleSettings settings;
    private final EligibilityContent content;
    private final Audit audit;

    SetRules(RuleSettings settings, EligibilityContent content, Audit audit) {
        this.settings = settings;
        this.content = content;
        this.audit = audit;
    }

    /// Reads the form and chooses, or notes in the form what is wrong. Answers whether it is
    /// chosen, now or when the same form came before.
    @Transactional
    public boolean from(FormState form, Person person, Act act) {
        settings.lock(person.clinicId());
        if (audit.isKnown(form.command())) {
            return true;
        }
        Chosen chosen = new Chosen(form.value(JURISDICTION), form.value(RESISTANCE));
        if (!content.jurisdictions().contains(chosen.jurisdiction())) {
            form.reject(JURISDICTION, "Choose one of the list.");
        }
        if (!content.resistancePacks().contains(chosen.resistance())) {
            form.reject(RESISTANCE, "Choose one of the list.");
        }
        String now = settings.of(person.clinicId()).toString();
        if (form.isRight() && !now.equals(form.value(SEEN))) {
            form.reject(
                    JURISDICTION, "Somebody has changed this in the meantime: look at it again.");
            form.with(SEEN, now);
        }
        if (!form.isRight()) {
            return false;
        }
        audit.take(form.command(), person.actor(), act);
        settings.choose(person.actor(), chosen);
        audit.done(person.actor(), act);
        return true;
    }
}
