package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.history.Histories;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.eligibility.Rule;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.Screening;
import org.evenkeel.core.eligibility.Screening.Conclusion;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.protocol.Protocol;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Whom a change of a rule pack touches.
@Service
public class RuleChanges {
    private final Screenings screenings;
    private final RuleSettings settings;
    private final Histories histories;
    private final Patients patients;
    private final EligibilityContent content;

    RuleChanges(
            Screenings screenings,
            RuleSettings settings,
            Histories histories,
            Patients patients,
            EligibilityContent content) {
        this.screenings = screenings;
        this.settings = settings;
        this.histories = histories;
        this.patients = patients;
        this.content = content;
    }

    /// A version of a pack that takes the place of another.
    ///
    /// @param before the version that holds until then
    /// @param after the one that comes into force
    /// @param added rules that are new
    /// @param altered rules that ask or say something else
    /// @param dropped rules that are gone
    /// @param touched patients of whom the rules say something else then
    public record Change(
            RulePack before,
            RulePack after,
            List<Rule> added,
            List<Rule> altered,
            List<Rule> dropped,
            List<Touched> touched) {}

    /// A patient of whom the rules say something else.
    public record Touched(Patient patient, Conclusion before, Conclusion after) {}

    /// The changes of packs that come into force after a day, soonest first, where the clinic is.
    /// Only what is known of a patient on the day counts: nothing but the rules differs.
    @Transactional(readOnly = true)
    public List<Change> coming(Clinic clinic, LocalDate day) {
        RuleSettings.Chosen chosen = settings.of(clinic.id());
        List<RulePack> now = RulePack.inForce(content.packs(), chosen.jurisdiction(), day);
        return content.packs().stream()
                .filter(after -> after.from().isAfter(day)
                        && after.holds(chosen.jurisdiction(), after.from()))
                .sorted(Comparator.comparing(RulePack::from))
                .flatMap(after -> now.stream()
                        .filter(before -> before.id().equals(after.id()))
                        .map(before -> change(clinic, before, after, day)))
                .toList();
    }

    private Change change(Clinic clinic, RulePack before, RulePack after, LocalDate day) {
        Map<String, Rule> old = byId(before);
        Map<String, Rule> fresh = byId(after);
        return new Change(
                before,
                after,
                after.rules().stream()
                        .filter(rule -> !old.containsKey(rule.id()))
                        .toList(),
                after.rules().stream()
                        .filter(rule -> old.containsKey(rule.id())
                                && !Objects.equals(old.get(rule.id()), rule))
                        .toList(),
                before.rules().stream()
                        .filter(rule -> !fresh.containsKey(rule.id()))
                        .toList(),
                touched(clinic, before, after, day));
    }

    private static Map<String, Rule> byId(RulePack pack) {
        return pack.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
    }

    /// Those of whom something is noted and of whom the packs say something else with the new one.
    private List<Touched> touched(Clinic clinic, RulePack before, RulePack after, LocalDate day) {
        RuleSettings.Chosen chosen = settings.of(clinic.id());
        Set<UUID> noted = histories.standing(clinic.id()).keySet();
        Map<UUID, Chart> charts = histories.charts(clinic.id(), noted, day);
        Map<UUID, Protocol> protocols = screenings.protocols(clinic);
        List<Touched> touched = new ArrayList<>();
        for (Patient patient : patients.of(clinic.id())) {
            Optional<Chart> chart = Optional.ofNullable(charts.get(patient.id()));
            Optional<Protocol> protocol = Optional.ofNullable(protocols.get(patient.id()));
            if (chart.isEmpty() || protocol.isEmpty()) {
                continue;
            }
            List<RulePack> now = screenings.packs(chosen, protocol.get(), day);
            List<RulePack> then =
                    now.stream().map(pack -> pack.equals(before) ? after : pack).toList();
            Evaluation evaluation = new Evaluation(chart.get(), day);
            Conclusion was = Screening.of(now, evaluation).conclusion();
            Conclusion becomes = Screening.of(then, evaluation).conclusion();
            if (was != becomes) {
                touched.add(new Touched(patient, was, becomes));
            }
        }
        return List.copyOf(touched);
    }
}
