package org.evenkeel.knowledge;

import org.evenkeel.core.protocol.HoldRule;
import org.evenkeel.core.protocol.Renewal;
import org.evenkeel.core.protocol.Requirement;
import org.evenkeel.core.protocol.Supervision;
import org.evenkeel.core.protocol.Watch;
import org.evenkeel.core.protocol.Watch.Timing;

/// Writes the rules of supervision as [SupervisionFile] reads them.
///
/// @param conditions how conditions are written
record SupervisionText(ConditionText conditions) {

    Keys write(Supervision rules, Keys keys) {
        return keys.sections("watches", rules.watches(), SupervisionText::watch)
                .sections("holds", rules.holds(), this::hold)
                .sections("checklist", rules.checklist(), this::requirement)
                .sections("discharge", rules.discharge(), this::requirement)
                .sections("renewals", rules.renewals(), SupervisionText::renewal);
    }

    private static Keys watch(Watch watch, Keys keys) {
        keys.put("what", watch.what());
        String minutes = "min";
        switch (watch.timing()) {
            case Timing.Before _ -> keys.put("when", "before");
            case Timing.Leaving _ -> keys.put("when", "leaving");
            case Timing.At at ->
                keys.put("when", "at-minutes").put("minutes", at.minutes()).put("unit", minutes);
            case Timing.Every every ->
                keys.put("when", "every")
                        .put("from", every.from())
                        .put("minutes", every.every())
                        .put("until", every.until())
                        .put("unit", minutes);
            case Timing.Throughout throughout ->
                keys.put("when", "throughout")
                        .put("from", throughout.from())
                        .put("until", throughout.until())
                        .put("unit", minutes);
        }
        return keys.words(watch.words());
    }

    private Keys hold(HoldRule rule, Keys keys) {
        keys.put("id", rule.id()).word("moment", rule.moment());
        return DoseText.trigger(rule.trigger(), keys, conditions)
                .maybe("sustained", "s", rule.sustainedSeconds())
                .word("action", rule.action())
                .maybe("again", "min", rule.againMinutes())
                .words(rule.words());
    }

    private Keys requirement(Requirement requirement, Keys keys) {
        return keys.put("id", requirement.id())
                .section("holds", requirement.condition(), conditions::write)
                .words(requirement.words());
    }

    private static Keys renewal(Renewal renewal, Keys keys) {
        return keys.word("subject", renewal.subject())
                .cited("days", "d", renewal.days())
                .word("overdue", renewal.overdue())
                .put("words", renewal.words());
    }
}
