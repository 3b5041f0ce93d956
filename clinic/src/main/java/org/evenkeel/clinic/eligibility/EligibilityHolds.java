package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.eligibility.Decision.Verdict;
import org.evenkeel.clinic.history.Entry;
import org.evenkeel.clinic.history.Facts;
import org.evenkeel.clinic.history.Histories;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.treatment.Hold;
import org.evenkeel.clinic.treatment.Hold.Effect;
import org.evenkeel.clinic.treatment.TreatmentHold;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.eligibility.Screening.Result;
import org.evenkeel.core.eligibility.Screening.State;
import org.evenkeel.core.eligibility.WorkUp;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Renewal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What eligibility has to say before a treatment: nobody decided, the decision holds no longer, a
/// rule that blocks is raised since, or something is due again.
@Component
@Order(1)
class EligibilityHolds implements TreatmentHold {
    private static final String PAGE = "/eligibility";
    private static final String HISTORY = "/history";
    private static final String OURS = "Evenkeel default, no claim of evidence";

    private final DecisionRows decisions;
    private final Screenings screenings;
    private final Treatments treatments;
    private final Histories histories;
    private final Patients patients;

    EligibilityHolds(
            DecisionRows decisions,
            Screenings screenings,
            Treatments treatments,
            Histories histories,
            Patients patients) {
        this.decisions = decisions;
        this.screenings = screenings;
        this.treatments = treatments;
        this.histories = histories;
        this.patients = patients;
    }

    @Override
    public List<Hold> of(UUID clinicId, UUID patientId, LocalDate day) {
        Optional<Enrolment> enrolled = treatments.enrolment(clinicId, patientId);
        Optional<Decision> decision = decisions.of(clinicId, patientId).stream()
                // What was decided later did not hold then.
                .filter(each -> !each.basis().day().isAfter(day))
                .filter(each -> enrolled.map(Enrolment::protocol)
                        .map(each.protocol()::equals)
                        .orElse(true))
                .findFirst();
        List<Hold> holds = new ArrayList<>(
                decision.map(each -> standing(each, day)).orElseGet(() -> List.of(undecided())));
        Optional<Protocol> protocol = enrolled.flatMap(
                        each -> screenings.protocol(clinicId, each.protocol(), each.version()))
                .or(() -> decision.flatMap(each -> protocol(clinicId, each)));
        Optional<Screened> screened =
                protocol.flatMap(known -> screenings.of(clinicId, patientId, known, day));
        screened.ifPresent(each -> holds.addAll(raised(clinicId, each, decision)));
        if (decision.isPresent()) {
            screened.stream()
                    .flatMap(each -> due(each.protocol(), each.chart(), day))
                    // The form of a treatment asks for the weight of its day.
                    .filter(each -> each.renewal().subject() != Renewal.Subject.WEIGHT)
                    .map(EligibilityHolds::due)
                    .forEach(holds::add);
        }
        return holds;
    }

    private static Stream<Renewals.Standing> due(Protocol protocol, Chart chart, LocalDate day) {
        return Renewals.of(protocol.supervision(), chart, day).stream()
                .filter(Renewals.Standing::isDue);
    }

    /// For lists: without what is asked on the day itself, and without those nobody decided about,
    /// which their own page says.
    @Override
    public Map<UUID, List<Hold>> of(UUID clinicId, LocalDate day) {
        Map<UUID, Decision> latest = decisions.latest(clinicId);
        if (latest.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Entry>> entries = histories.standing(clinicId);
        Map<UUID, List<Hold>> all = new LinkedHashMap<>();
        for (Patient patient : patients.of(clinicId)) {
            Optional.ofNullable(latest.get(patient.id()))
                    .ifPresent(decision -> all.put(
                            patient.id(),
                            listed(
                                    patient,
                                    decision,
                                    entries.getOrDefault(patient.id(), List.of()),
                                    day)));
        }
        return all;
    }

    private List<Hold> listed(
            Patient patient, Decision decision, List<Entry> entries, LocalDate day) {
        List<Hold> holds = new ArrayList<>(standing(decision, day));
        boolean changed = entries.stream().anyMatch(entry -> entry.at().isAfter(decision.at()));
        Optional<Protocol> protocol = protocol(patient.clinicId(), decision);
        if (changed) {
            protocol.flatMap(each -> screenings.of(patient.clinicId(), patient.id(), each, day))
                    .ifPresent(each ->
                            holds.addAll(raised(patient.clinicId(), each, Optional.of(decision))));
        }
        Chart chart = new Facts(entries, List.of(), List.of()).of(patient, day);
        protocol.stream()
                .flatMap(each -> due(each, chart, day))
                .filter(each -> !isOfTheDay(each.renewal()))
                .map(EligibilityHolds::due)
                .forEach(holds::add);
        return holds;
    }

    private static boolean isOfTheDay(Renewal renewal) {
        return switch (renewal.subject()) {
            case WEIGHT, RISK_REVIEW -> true;
            default -> false;
        };
    }

    private Optional<Protocol> protocol(UUID clinicId, Decision decision) {
        return screenings.protocol(clinicId, decision.protocol(), decision.version());
    }

    private static Hold undecided() {
        return new Hold(
                "eligibility-undecided",
                Effect.ASK,
                "Nobody has signed that this patient may be treated.",
                PAGE,
                OURS,
                true);
    }

    private static List<Hold> standing(Decision decision, LocalDate day) {
        return switch (Eligibility.standing(decision, day)) {
            case Standing.None _ -> List.of(undecided());
            case Standing.Decided _ -> List.of();
            case Standing.Refused _ ->
                List.of(new Hold(
                        "eligibility-refused",
                        Effect.WITHHOLD,
                        "It was signed on " + Words.day(decision.basis().day())
                                + " that this patient is not to be treated.",
                        PAGE,
                        decision.name(),
                        false));
            case Standing.Lapsed(Decision _, String why) ->
                List.of(new Hold(
                        "eligibility-lapsed",
                        Effect.ASK,
                        why + " Decide anew whether this patient may be treated.",
                        PAGE,
                        OURS,
                        true));
        };
    }

    /// Rules that block, are raised now, and were not decided against.
    private List<Hold> raised(UUID clinicId, Screened screened, Optional<Decision> decision) {
        if (decision.map(Decision::verdict).filter(Verdict.NOT_TREAT::equals).isPresent()) {
            return List.of();
        }
        Set<String> overridden =
                decision.map(each -> decisions.overridden(clinicId, each.id())).orElse(Set.of());
        return screened.blocking().stream()
                .filter(result -> result.state() == State.RAISED
                        && !overridden.contains(Screened.name(result)))
                .map(EligibilityHolds::raised)
                .toList();
    }

    private static Hold raised(Result result) {
        return new Hold(
                "eligibility-" + result.rule().id(),
                Effect.WITHHOLD,
                result.rule().words().value() + " It speaks against treating.",
                PAGE,
                result.rule().words().source(),
                result.rule().words().tag().isUnverified());
    }

    private static Hold due(Renewals.Standing standing) {
        Renewal renewal = standing.renewal();
        String last = switch (standing.state()) {
            case WorkUp.State.Expired(LocalDate on) -> "last on " + Words.day(on);
            case WorkUp.State.Done _, WorkUp.State.Due _, WorkUp.State.NotNeeded _ ->
                "never noted so far";
        };
        String code = renewal.subject().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Hold(
                "due-" + code,
                renewal.overdue() == Renewal.Overdue.WITHHOLD ? Effect.WITHHOLD : Effect.ASK,
                Renewals.words(renewal.subject()) + " again, " + last + ". " + renewal.words(),
                HISTORY,
                renewal.days().source(),
                renewal.days().tag().isUnverified());
    }
}
