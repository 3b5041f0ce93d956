package org.evenkeel.clinic.prescribing.web;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.prescribing.DrawnPlan;
import org.evenkeel.clinic.prescribing.DrawnPlan.DatedVisit;
import org.evenkeel.clinic.prescribing.Prescribe;
import org.evenkeel.clinic.prescribing.SignedPlan;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.SignatureView;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Signed;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.protocol.DoseRule;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.units.Cited;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Makes the pages of plans.
@Component
class PlanPages {
    private static final int DAYS_A_WEEK = 7;

    private final Prescribe prescribe;
    private final Patients patients;
    private final Treatments treatments;
    private final Signatures signatures;
    private final InstantSource clock;

    PlanPages(
            Prescribe prescribe,
            Patients patients,
            Treatments treatments,
            Signatures signatures,
            InstantSource clock) {
        this.prescribe = prescribe;
        this.patients = patients;
        this.treatments = treatments;
        this.signatures = signatures;
        this.clock = clock;
    }

    private String name(Person person, UUID id) {
        return patients.find(person.clinicId(), id)
                .orElseThrow(NotThere::new)
                .name()
                .full();
    }

    /// The form with the weight that was recorded last, of its own day.
    FormState fresh(Person person, UUID id) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("first", person.today(clock).plusDays(1).toString());
        for (TreatmentGiven given : treatments.of(person.clinicId(), id)) {
            given.what().weight().ifPresent(weight -> {
                values.put("weight", weight.value().stripTrailingZeros().toPlainString());
                values.put("weighed", given.on().toString());
            });
        }
        return FormState.fresh(values);
    }

    PlanPage plan(Person person, UUID id, FormState form) {
        Optional<Enrolment> enrolment = treatments.enrolment(person.clinicId(), id);
        List<SignedPlan> plans = prescribe.signed(person.clinicId(), id);
        List<Signed> signed = signatures.of(person.clinicId(), id);
        return new PlanPage(
                id,
                name(person, id),
                enrolment
                        .map(each -> now(each, plans.isEmpty()))
                        .orElse("This patient is on no protocol yet."),
                enrolment.isPresent(),
                plans.stream().map(plan -> signed(plan, signed)).toList(),
                prescribe.offered(person.clinicId()).stream()
                        .map(protocol -> new PlanPage.Choice(
                                protocol.id().value(),
                                protocol.title() + " (version " + protocol.version() + ")"))
                        .toList(),
                person.today(clock).toString(),
                form);
    }

    private static String now(Enrolment enrolment, boolean unsigned) {
        return "On " + enrolment.protocol() + ", version " + enrolment.version() + ", from "
                + Words.day(enrolment.from()) + " on."
                + (unsigned
                        ? " It came from a file or the demonstration; no plan was signed."
                        : "");
    }

    private static PlanPage.Signed signed(SignedPlan plan, List<Signed> signed) {
        return new PlanPage.Signed(
                plan.draft().protocol() + ", version " + plan.version() + ", from "
                        + Words.day(plan.draft().firstDay()) + ", first dose " + plan.firstDose(),
                plan.name(),
                plan.draft().reason(),
                plan.visits().lines().toList(),
                SignatureView.about(plan.draft().id(), signed));
    }

    PlanSignPage sign(Person person, UUID id, Prescribe.Shown shown, String problem) {
        Protocol protocol = shown.drawn().protocol();
        return new PlanSignPage(
                id,
                name(person, id),
                protocol.title() + " (" + protocol.id() + ", version " + protocol.version() + ")",
                shown.drawn().replaces(),
                shown.draft().reason(),
                protocol.evidence(),
                unverified(protocol),
                shown.allows(),
                weeks(shown.drawn()),
                shown.drawn().notes(),
                Meaning.PLAN_PRESCRIBED.sentence(),
                person.name() + ", " + person.role().words(),
                shown.digest(),
                problem);
    }

    private static List<PlanSignPage.Week> weeks(DrawnPlan drawn) {
        Map<Integer, List<DatedVisit>> byWeek = new TreeMap<>();
        drawn.visits()
                .forEach(each -> byWeek.computeIfAbsent(
                                each.visit().day() / DAYS_A_WEEK, _ -> new ArrayList<>())
                        .add(each));
        return byWeek.entrySet().stream()
                .map(week -> new PlanSignPage.Week(
                        "Week " + (week.getKey() + 1),
                        days(week.getValue()),
                        week.getValue().stream().map(PlanPages::visit).toList()))
                .toList();
    }

    private static List<Boolean> days(List<DatedVisit> visits) {
        List<Boolean> days = new ArrayList<>();
        for (int day = 0; day < DAYS_A_WEEK; day++) {
            int at = day;
            days.add(visits.stream().anyMatch(each -> each.visit().day() % DAYS_A_WEEK == at));
        }
        return days;
    }

    private static PlanSignPage.Visit visit(DatedVisit each) {
        boolean moves = !each.earliest().equals(each.latest());
        return new PlanSignPage.Visit(
                Words.weekday(each.on()),
                each.visit().phase().name().toLowerCase(Locale.ROOT),
                each.dose(),
                moves ? Words.day(each.earliest()) + " to " + Words.day(each.latest()) : "");
    }

    /// Figures of the schedule and the dose that nobody has followed to their source.
    private static List<String> unverified(Protocol protocol) {
        List<String> unverified = new ArrayList<>(protocol.caveats());
        protocol.series()
                .forEach(series -> note(
                        series.basis(),
                        "the days of " + series.phase().name().toLowerCase(Locale.ROOT),
                        unverified));
        protocol.maintenance()
                .ifPresent(each -> note(each.basis(), "how maintenance goes on", unverified));
        switch (protocol.dose()) {
            case DoseRule.ByWeight rule -> {
                note(rule.perKg(), "the dose per kilogram", unverified);
                note(rule.cap(), "the most per kilogram", unverified);
            }
            case DoseRule.Fixed rule -> note(rule.first(), "the first dose", unverified);
        }
        protocol.minutes().ifPresent(each -> note(each, "how long a dose lasts", unverified));
        return unverified;
    }

    private static void note(Cited<?> figure, String words, List<String> unverified) {
        if (figure.tag().isUnverified()) {
            unverified.add(
                    "Unverified: " + words + " (" + figure.tag() + ", " + figure.source() + ").");
        }
    }
}
