package org.evenkeel.knowledge;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.protocol.HoldRule;
import org.evenkeel.core.protocol.HoldRule.Action;
import org.evenkeel.core.protocol.HoldRule.Moment;
import org.evenkeel.core.protocol.Renewal;
import org.evenkeel.core.protocol.Renewal.Overdue;
import org.evenkeel.core.protocol.Renewal.Subject;
import org.evenkeel.core.protocol.Requirement;
import org.evenkeel.core.protocol.Supervision;
import org.evenkeel.core.protocol.Trigger;
import org.evenkeel.core.protocol.Watch;
import org.evenkeel.core.protocol.Watch.Timing;
import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// How the rules of supervision stand in a file of their own, or in that of a protocol.
///
/// @param conditions how conditions are read
record SupervisionFile(Supplier<ConditionFile> conditions) {
    /// Id of rules that are a protocol's own.
    static final String OWN = "own";

    private enum When {
        BEFORE,
        AT_MINUTES,
        EVERY,
        THROUGHOUT,
        LEAVING
    }

    Supervision read(Section file) throws Unreadable {
        Kind.SUPERVISION.require(file);
        RuleFiles.heading(file);
        return rules(file, file.text("id"));
    }

    /// Rules that a protocol has for itself.
    Supervision own(Section section) throws Unreadable {
        return rules(section, OWN);
    }

    private Supervision rules(Section section, String id) throws Unreadable {
        List<Watch> watches = section.sections("watches", this::watch);
        List<HoldRule> holds = section.sections("holds", this::hold);
        List<Requirement> checklist = section.sections("checklist", this::requirement);
        List<Requirement> discharge = section.sections("discharge", this::requirement);
        List<Renewal> renewals = section.sections("renewals", SupervisionFile::renewal);
        section.end();
        return new Supervision(id, watches, holds, checklist, discharge, renewals);
    }

    private Watch watch(Section watch) throws Unreadable {
        Set<String> known = conditions.get().vocabulary().quantities().keySet();
        List<String> what = watch.keys("what", known);
        When when = watch.choice("when", List.of(When.values()));
        Timing timing = switch (when) {
            case BEFORE -> new Timing.Before();
            case LEAVING -> new Timing.Leaving();
            case AT_MINUTES -> new Timing.At(watch.integers("minutes"));
            case EVERY ->
                new Timing.Every(
                        watch.integer("from"), watch.integer("minutes"), watch.integer("until"));
            case THROUGHOUT -> new Timing.Throughout(watch.integer("from"), watch.integer("until"));
        };
        String words = watch.text("words");
        boolean timed = when != When.BEFORE && when != When.LEAVING;
        return new Watch(what, timing, timed ? watch.cited("min", words) : watch.cited(words));
    }

    private HoldRule hold(Section hold) throws Unreadable {
        String id = hold.text("id");
        Moment moment = hold.choice("moment", List.of(Moment.values()));
        Trigger trigger = DoseFile.trigger(hold, conditions);
        Optional<Cited<Integer>> sustained = hold.optionalWhole("sustained", "s");
        Action action = hold.choice("action", List.of(Action.values()));
        Optional<Cited<Integer>> again = hold.optionalWhole("again", "min");
        String words = hold.text("words");
        Cited<String> cited = hold.cited(words);
        return new HoldRule(id, moment, trigger, sustained, action, again, cited);
    }

    private Requirement requirement(Section requirement) throws Unreadable {
        String id = requirement.text("id");
        Optional<Condition> holds =
                requirement.optionalSection("holds", part -> conditions.get().read(part));
        String words = requirement.text("words");
        return new Requirement(id, holds, requirement.cited(words));
    }

    private static Renewal renewal(Section renewal) throws Unreadable {
        Subject subject = renewal.choice("subject", List.of(Subject.values()));
        Cited<Integer> days = renewal.whole("days", "d");
        Overdue overdue = renewal.choice("overdue", List.of(Overdue.values()));
        String words = renewal.text("words");
        renewal.end();
        return new Renewal(subject, days, overdue, words);
    }
}
