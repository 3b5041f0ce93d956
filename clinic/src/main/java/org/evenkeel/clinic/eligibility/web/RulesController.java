package org.evenkeel.clinic.eligibility.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.eligibility.RuleChanges;
import org.evenkeel.clinic.eligibility.RuleSettings;
import org.evenkeel.clinic.eligibility.SetRules;
import org.evenkeel.clinic.eligibility.web.RulesPage.Choice;
import org.evenkeel.clinic.eligibility.web.RulesPage.Coming;
import org.evenkeel.clinic.eligibility.web.RulesPage.Pack;
import org.evenkeel.clinic.eligibility.web.RulesPage.Touched;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.eligibility.Rule;
import org.evenkeel.core.eligibility.RulePack;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// By which rules of eligibility a clinic goes, and whom a change of them touches.
@Controller
class RulesController {
    private final RuleSettings settings;
    private final SetRules set;
    private final RuleChanges changes;
    private final EligibilityContent content;
    private final InstantSource clock;

    RulesController(
            RuleSettings settings,
            SetRules set,
            RuleChanges changes,
            EligibilityContent content,
            InstantSource clock) {
        this.settings = settings;
        this.set = set;
        this.changes = changes;
        this.content = content;
        this.clock = clock;
    }

    @GetMapping("/rules")
    @Needs(value = Permission.SEE_RULE_CHANGES, act = "rules-view", of = Needs.Subject.CLINIC)
    View rules(@AuthenticationPrincipal Person person) {
        RuleSettings.Chosen chosen = settings.of(person.clinicId());
        return Page.of(
                "eligibility/rules",
                page(
                        person,
                        FormState.fresh(Map.of(
                                SetRules.JURISDICTION,
                                chosen.jurisdiction(),
                                SetRules.RESISTANCE,
                                chosen.resistance(),
                                SetRules.SEEN,
                                chosen.toString()))));
    }

    @PostMapping("/rules")
    @Needs(value = Permission.SET_RULES, act = "rules-set", of = Needs.Subject.CLINIC)
    View set(@AuthenticationPrincipal Person person, @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        return set.from(form, person, new Act("rules-set", "clinic", person.clinicId()))
                ? new RedirectView("/rules")
                : Page.refused("eligibility/rules", page(person, form));
    }

    private RulesPage page(Person person, FormState form) {
        LocalDate today = person.today(clock);
        String where = settings.of(person.clinicId()).jurisdiction();
        return new RulesPage(
                content.jurisdictions().stream().sorted().toList(),
                content.resistancePacks().stream()
                        .map(id -> new Choice(id, title(id)))
                        .toList(),
                RulePack.inForce(content.packs(), where, today).stream()
                        .map(RulesController::pack)
                        .toList(),
                changes.coming(person.clinic(), today).stream()
                        .map(RulesController::coming)
                        .toList(),
                form);
    }

    private String title(String id) {
        return content.packs().stream()
                .filter(pack -> pack.id().equals(id))
                .map(RulePack::title)
                .findFirst()
                .orElse(id);
    }

    private static Pack pack(RulePack pack) {
        return new Pack(
                EligibilityView.title(pack),
                Words.day(pack.from()),
                pack.rules().size(),
                Math.toIntExact(pack.rules().stream()
                        .filter(rule -> rule.words().tag().isUnverified())
                        .count()));
    }

    private static Coming coming(RuleChanges.Change change) {
        List<String> what = new ArrayList<>();
        change.added().forEach(rule -> what.add("New: " + words(rule)));
        change.altered().forEach(rule -> what.add("Other: " + words(rule)));
        change.dropped().forEach(rule -> what.add("Gone: " + words(rule)));
        return new Coming(
                change.after().title(),
                "version " + change.before().version() + " to " + change.after().version(),
                Words.day(change.after().from()),
                List.copyOf(what),
                change.touched().stream()
                        .map(each -> new Touched(
                                each.patient().id(),
                                each.patient().name().listed(),
                                EligibilityView.title(each.before()),
                                EligibilityView.title(each.after())))
                        .toList());
    }

    private static String words(Rule rule) {
        return rule.words().value();
    }
}
