package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.forecasting.Agreed;
import org.evenkeel.clinic.forecasting.AgreementForm;
import org.evenkeel.clinic.forecasting.Agreements;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.forecasting.web.AgreementPanel.Current;
import org.evenkeel.clinic.forecasting.web.AgreementPanel.Past;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.booster.Agreement;
import org.evenkeel.core.booster.AgreementState;
import org.evenkeel.core.booster.FollowUpSettings;
import org.evenkeel.core.booster.StopRule;
import org.evenkeel.core.safety.ReasonCode;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/// Makes the part of the patient page about what is agreed.
@Component
class AgreementPanels {
    private final Agreements agreements;
    private final AgreementForm forms;
    private final ClinicContent content;
    private final People people;

    AgreementPanels(
            Agreements agreements, AgreementForm forms, ClinicContent content, People people) {
        this.agreements = agreements;
        this.forms = forms;
        this.content = content;
        this.people = people;
    }

    /// A form nobody has typed into yet.
    FormState fresh(Snapshot snapshot, Answer answer) {
        return FormState.fresh(forms.usual(snapshot, answer));
    }

    /// A form as it was sent; the fields of the other forms hold what they start with.
    FormState sent(Map<String, String> sent, Snapshot snapshot, Answer answer) {
        Map<String, String> values = new LinkedHashMap<>(forms.usual(snapshot, answer));
        values.putAll(sent);
        return FormState.sent(values);
    }

    AgreementPanel panel(Person person, Snapshot snapshot, Answer answer, FormState form) {
        Map<UUID, String> names = people.names(person.clinicId());
        return new AgreementPanel(
                snapshot.seen(),
                form,
                snapshot.agreement()
                        .flatMap(agreed -> answer.agreed()
                                .map(state -> current(agreed, state, person, names))),
                interval(snapshot, answer),
                answer.proposal().reasons().stream()
                        .anyMatch(reason -> reason.code() == ReasonCode.CONSIDER_STOPPING),
                watch(),
                agreements.of(person.clinicId(), snapshot.patient().id()).stream()
                        .filter(agreed -> !agreed.isOpen())
                        .map(agreed -> past(agreed, person, names))
                        .toList());
    }

    private static String interval(Snapshot snapshot, Answer answer) {
        OptionalInt usual = AgreementForm.usualDays(snapshot);
        if (usual.isEmpty()) {
            return "";
        }
        return AgreementForm.bounds(answer)
                .map(bounds -> "now " + usual.getAsInt() + "; the protocol allows "
                        + bounds.minimumDays().value() + " to "
                        + bounds.maximumDays().value())
                .orElse("");
    }

    private String watch() {
        FollowUpSettings.TreatmentFree free = content.followUp().treatmentFree();
        return "A questionnaire every " + Words.days(free.askEveryDays().value())
                + ". A score that meets the rule is asked again within "
                + Words.days(free.confirmDays().value())
                + "; if the next one confirms it, or the chance of being unwell passes "
                + Words.percent(free.returnRisk().value()) + ", treatment is proposed again.";
    }

    /// In a few words, for example `Trying 28 days in place of 21`.
    static String title(Agreement what) {
        return switch (what) {
            case Agreement.Stretch stretch ->
                "Trying " + stretch.triedDays() + " days in place of " + stretch.usualDays();
            case Agreement.TreatmentFree _ -> "A monitored time without treatment";
        };
    }

    private static Current current(
            Agreed agreed, AgreementState state, Person person, Map<UUID, String> names) {
        return new Current(
                title(agreed.what()),
                switch (state) {
                    case AgreementState.Running _ -> "running";
                    case AgreementState.Met _ -> "met";
                    case AgreementState.Completed _ -> "over";
                },
                state.reason().words(),
                terms(agreed),
                by(agreed.by(), agreed.at(), person, names),
                agreed.reason());
    }

    private static List<String> terms(Agreed agreed) {
        StopRule rule = agreed.what().rule();
        List<String> terms = new ArrayList<>();
        terms.add(Words.day(agreed.from()) + " to " + Words.day(agreed.until()));
        String ends =
                agreed.what() instanceof Agreement.Stretch ? "Stops if" : "Back to treatment if";
        terms.add(ends + " the score rises by " + rule.rise() + " from " + rule.baseline()
                + " or reaches " + rule.reach() + ", or the self-harm item rises");
        if (agreed.what() instanceof Agreement.TreatmentFree free) {
            terms.add("A questionnaire every " + Words.days(free.watch().askEveryDays())
                    + "; a score that meets the rule is confirmed within "
                    + Words.days(free.watch().confirmDays()));
            terms.add("Or if the chance of being unwell passes "
                    + Words.percent(free.watch().returnRisk()));
        }
        return terms;
    }

    private static String by(UUID who, Instant at, Person person, Map<UUID, String> names) {
        return names.getOrDefault(who, "someone") + ", "
                + Words.time(at, person.clinic().zone());
    }

    private static Past past(Agreed agreed, Person person, Map<UUID, String> names) {
        Agreed.End end = agreed.end().orElseThrow();
        return new Past(
                title(agreed.what()),
                Words.day(agreed.from()) + " to " + Words.day(agreed.until()),
                agreed.reason(),
                by(end.by(), end.at(), person, names),
                end.reason());
    }
}
