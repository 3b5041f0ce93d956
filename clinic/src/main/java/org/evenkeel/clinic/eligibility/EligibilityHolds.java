package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.eligibility.Decision.Verdict;
import org.evenkeel.clinic.history.Histories;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.treatment.Hold;
import org.evenkeel.clinic.treatment.Hold.Effect;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.TreatmentHold;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.eligibility.Rule.Sense;
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
import java.util.UUID;
import java.util.function.BiFunction;
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
    private final EligibilityContent content;

    EligibilityHolds(
            DecisionRows decisions,
            Screenings screenings,
            Treatments treatments,
            Histories histories,
            EligibilityContent content) {
        this.decisions = decisions;
        this.screenings = screenings;
        this.treatments = treatments;
        this.histories = histories;
        this.content = content;
    }

    /// What is asked of one patient.
    ///
    /// @param decision the one that counts
    /// @param against rules that it was made against
    /// @param begun whether the patient was treated already
    private record Case(Optional<Decision> decision, Map<String, String> against, boolean begun) {}

    @Override
    public List<Hold> of(UUID clinicId, UUID patientId, LocalDate day) {
        Optional<Enrolment> enrolled = treatments.enrolment(clinicId, patientId);
        Optional<Decision> decision = decision(decisions.of(clinicId, patientId), enrolled, day);
        Case asked = new Case(
                decision,
                decision.map(each -> decisions.overridden(clinicId, each.id())).orElse(Map.of()),
                isBegun(treatments.of(clinicId, patientId), day));
        List<Hold> holds = new ArrayList<>(
                decision.map(each -> standing(each, day)).orElseGet(() -> List.of(undecided())));
        Optional<Screened> screened = protocol(clinicId, enrolled, decision)
                .flatMap(known -> screenings.of(clinicId, patientId, known, day));
        screened.ifPresent(each -> holds.addAll(raised(each, asked)));
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

    /// The latest decision on the protocol a patient is on. Where there is none, a refusal
    /// holds whatever it was about: a move to another protocol does not lift it.
    private static Optional<Decision> decision(
            List<Decision> latestFirst, Optional<Enrolment> enrolled, LocalDate day) {
        // What was decided later did not hold then.
        List<Decision> made = latestFirst.stream()
                .filter(each -> !each.basis().day().isAfter(day))
                .toList();
        return made.stream()
                .filter(each -> enrolled.map(Enrolment::protocol)
                        .map(each.protocol()::equals)
                        .orElse(true))
                .findFirst()
                .or(() -> made.stream().findFirst().filter(EligibilityHolds::isRefusal));
    }

    private static boolean isRefusal(Decision decision) {
        return decision.verdict() == Verdict.NOT_TREAT;
    }

    private static boolean isBegun(List<TreatmentGiven> given, LocalDate day) {
        return given.stream().anyMatch(each -> !each.on().isAfter(day));
    }

    private Optional<Protocol> protocol(
            UUID clinicId, Optional<Enrolment> enrolled, Optional<Decision> decision) {
        return enrolled.flatMap(
                        each -> screenings.protocol(clinicId, each.protocol(), each.version()))
                .or(() -> decision.flatMap(
                        each -> screenings.protocol(clinicId, each.protocol(), each.version())));
    }

    private Stream<Renewals.Standing> due(Protocol protocol, Chart chart, LocalDate day) {
        return Renewals.of(protocol.supervision(), content.workUp(), chart, day).stream()
                .filter(Renewals.Standing::isDue);
    }

    /// For lists: without what is asked on the day itself, and without those nobody decided about,
    /// which their own page says.
    @Override
    public Map<UUID, List<Hold>> of(UUID clinicId, LocalDate day) {
        Map<UUID, List<Decision>> made = decisions.latest(clinicId);
        if (made.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<String, String>> against = decisions.overridden(clinicId);
        Map<UUID, Enrolment> enrolments = treatments.enrolments(clinicId);
        Map<UUID, List<TreatmentGiven>> given = treatments.of(clinicId);
        Map<UUID, Chart> charts = histories.charts(clinicId, made.keySet(), day);
        BiFunction<Protocol, Chart, Screened> rules = screenings.by(clinicId, day);
        Map<UUID, List<Hold>> all = new LinkedHashMap<>();
        charts.forEach((patient, chart) -> {
            Optional<Enrolment> enrolled = Optional.ofNullable(enrolments.get(patient));
            decision(made.getOrDefault(patient, List.of()), enrolled, day).ifPresent(decision -> {
                Case asked = new Case(
                        Optional.of(decision),
                        against.getOrDefault(decision.id(), Map.of()),
                        isBegun(given.getOrDefault(patient, List.of()), day));
                List<Hold> holds = new ArrayList<>(standing(decision, day));
                protocol(clinicId, enrolled, Optional.of(decision))
                        .map(protocol -> rules.apply(protocol, chart))
                        .ifPresent(screened -> holds.addAll(listed(screened, asked)));
                all.put(patient, holds);
            });
        });
        return all;
    }

    private List<Hold> listed(Screened screened, Case asked) {
        return Stream.concat(
                        raised(screened, asked).stream(),
                        due(
                                        screened.protocol(),
                                        screened.chart(),
                                        screened.screening().day())
                                .filter(each -> !isOfTheDay(each.renewal()))
                                .map(EligibilityHolds::due))
                .toList();
    }

    private static boolean isOfTheDay(Renewal renewal) {
        return switch (renewal.subject()) {
            case WEIGHT, RISK_REVIEW -> true;
            default -> false;
        };
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

    /// Rules that block, stand against treatment, and were not decided against.
    private List<Hold> raised(Screened screened, Case asked) {
        if (asked.decision().filter(EligibilityHolds::isRefusal).isPresent()) {
            return List.of();
        }
        return screened.blocking().stream()
                .filter(screened::standsAgainst)
                .filter(result -> !(asked.begun() && isOfEntry(result)))
                .filter(result -> !isDecidedAgainst(asked, result))
                .map(EligibilityHolds::raised)
                .toList();
    }

    /// What somebody must have to begin is decided before: becoming well is no reason to stop. What
    /// speaks against treating goes on speaking.
    private static boolean isOfEntry(Result result) {
        return result.pack().startsWith(EligibilityContent.RESISTANCE)
                && result.rule().sense() == Sense.REQUIRES;
    }

    /// A reason for what was told long ago is none for the same, told again.
    private boolean isDecidedAgainst(Case asked, Result result) {
        String kept = asked.against().getOrDefault(Screened.name(result), "");
        boolean covered = kept.equals(DecisionRows.RAISED)
                || kept.equals(DecisionRows.TOLD) && result.state() == State.OPEN;
        return covered
                && asked.decision()
                        .filter(decision -> screenings.isAsDecided(decision, result))
                        .isPresent();
    }

    private static Hold raised(Result result) {
        String since = result.state() == State.OPEN
                ? " It was so when it was last told: ask again."
                : " It speaks against treating.";
        return new Hold(
                "eligibility-" + result.rule().id(),
                Effect.WITHHOLD,
                result.rule().words().value() + since,
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
