package org.evenkeel.knowledge;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.eligibility.Rule;
import org.evenkeel.core.eligibility.Rule.Sense;
import org.evenkeel.core.eligibility.Rule.Severity;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.units.Cited;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How a pack of eligibility rules stands in its file.
///
/// @param conditions how conditions are read
record EligibilityFile(ConditionFile conditions) {
    private enum Override {
        NEVER,
        WITH_REASON
    }

    RulePack read(Section file) throws Unreadable {
        Kind.ELIGIBILITY_RULES.require(file);
        List<String> sources = file.sources("sources");
        String id = file.text("id");
        String version = file.text("version");
        String title = file.text("title");
        Optional<String> jurisdiction = file.has("jurisdiction")
                ? Optional.of(file.text("jurisdiction"))
                : Optional.empty();
        LocalDate from = file.day("from");
        Optional<LocalDate> until =
                file.has("until") ? Optional.of(file.day("until")) : Optional.empty();
        List<Rule> rules = file.sections("rules", this::rule);
        file.end();
        return new RulePack(id, version, title, jurisdiction, from, until, rules, sources);
    }

    private Rule rule(Section rule) throws Unreadable {
        String id = rule.text("id");
        Severity severity = rule.choice("severity", List.of(Severity.values()));
        Sense sense = rule.has("requires") ? Sense.REQUIRES : Sense.EXCLUDES;
        Optional<Condition> condition =
                rule.section(sense == Sense.REQUIRES ? "requires" : "excludes", conditions::read);
        boolean overridable =
                rule.choice("override", List.of(Override.values())) == Override.WITH_REASON;
        String words = rule.text("words");
        Cited<String> cited = rule.cited(words);
        return new Rule(id, severity, sense, condition.orElseThrow(), cited, overridable);
    }
}
