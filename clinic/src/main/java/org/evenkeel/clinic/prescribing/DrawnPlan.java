package org.evenkeel.clinic.prescribing;

import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.protocol.Dose;
import org.evenkeel.core.protocol.Plan;
import org.evenkeel.core.protocol.Protocol;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A protocol laid out for one patient: what is shown and signed.
///
/// @param protocol the protocol
/// @param draft what was entered
/// @param visits the dated visits until some weeks after the series
/// @param notes what must be read beside them
/// @param replaces the course that runs, in words; empty where none does
public record DrawnPlan(
        Protocol protocol,
        PlanDraft draft,
        List<DatedVisit> visits,
        List<String> notes,
        String replaces) {
    /// How far beyond the series a plan is drawn; later visits are dated by proposals.
    private static final int DRAWN_BEYOND_DAYS = 56;

    public DrawnPlan {
        visits = List.copyOf(visits);
        notes = List.copyOf(notes);
    }

    /// A visit on the calendar.
    ///
    /// @param visit the visit
    /// @param on its day
    /// @param earliest first day of its window
    /// @param latest last day of its window
    /// @param dose its dose in words, or why there is none
    public record DatedVisit(
            Plan.Visit visit, LocalDate on, LocalDate earliest, LocalDate latest, String dose) {}

    static DrawnPlan of(
            Protocol protocol, Patient patient, PlanDraft draft, Optional<Enrolment> runs) {
        int last = protocol.series().getLast().days().getLast() + DRAWN_BEYOND_DAYS;
        LocalDate first = draft.firstDay();
        Plan plan = Plan.of(protocol, patient.body(Optional.of(draft.weight()), first), last);
        return new DrawnPlan(
                protocol,
                draft,
                plan.visits().stream()
                        .map(visit -> new DatedVisit(
                                visit,
                                first.plusDays(visit.day()),
                                first.plusDays(visit.earliest()),
                                first.plusDays(visit.latest()),
                                dose(visit.dose())))
                        .toList(),
                plan.notes(),
                runs.map(DrawnPlan::words).orElse(""));
    }

    private static String words(Enrolment enrolment) {
        return enrolment.protocol() + ", version " + enrolment.version() + ", from "
                + Words.day(enrolment.from()) + " on";
    }

    private static String dose(Dose dose) {
        return switch (dose) {
            case Dose.Amount amount ->
                amount.amount().value().stripTrailingZeros().toPlainString() + " mg"
                        + amount.note().map(note -> ", " + note).orElse("");
            case Dose.Unknown(String reason) -> "no dose: " + reason;
        };
    }

    /// The first dose in words.
    String firstDose() {
        return visits.getFirst().dose();
    }

    /// Whether the rule gives a dose for every visit.
    boolean hasDoses() {
        return visits.stream().allMatch(each -> each.visit().dose() instanceof Dose.Amount);
    }

    /// Every visit, one a line.
    List<String> lines() {
        return visits.stream()
                .map(each -> each.on() + " "
                        + each.visit().phase().name().toLowerCase(Locale.ROOT) + " "
                        + each.earliest() + " to " + each.latest() + " " + each.dose())
                .toList();
    }

    /// What is signed, field by field.
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("protocol", protocol.id().value());
        facts.put("version", protocol.version());
        facts.put("content", Offered.digest(protocol));
        facts.put("first-day", draft.firstDay().toString());
        facts.put("weight-kg", draft.weight().value().stripTrailingZeros().toPlainString());
        facts.put("weighed-on", draft.weighedOn().toString());
        facts.put("first-dose", firstDose());
        facts.put("visits", String.join("\n", lines()));
        facts.put("replaces", replaces);
        facts.put("reason", draft.reason());
        return facts;
    }

    /// The digest of what is signed.
    String digest() {
        return Sha256.hex(new TreeMap<>(facts()).toString());
    }
}
