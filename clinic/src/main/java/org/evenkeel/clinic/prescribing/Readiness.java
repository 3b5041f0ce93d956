package org.evenkeel.clinic.prescribing;

import org.evenkeel.clinic.consent.ConsentStandings;
import org.evenkeel.clinic.eligibility.Eligibility;
import org.evenkeel.clinic.eligibility.Standing;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.consent.Consents;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.consent.Validity;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Renewal;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What allows a plan to be signed: a decision on eligibility, consent, a weight that is recent,
/// and a dose.
@Component
public class Readiness {
    private final Eligibility eligibility;
    private final ConsentStandings consents;

    Readiness(Eligibility eligibility, ConsentStandings consents) {
        this.eligibility = eligibility;
        this.consents = consents;
    }

    /// What allows, and what does not.
    ///
    /// @param eligibility how it stands with eligibility, in a sentence
    /// @param consent how it stands with consent, in a sentence
    /// @param weight how old the weight is, in a sentence
    /// @param lacks what does not allow it; nothing where it is allowed
    public record Ready(String eligibility, String consent, String weight, List<Lack> lacks) {
        public Ready {
            lacks = List.copyOf(lacks);
        }

        /// Whether it may be signed.
        public boolean isAllowed() {
            return lacks.isEmpty();
        }
    }

    /// Something that does not allow it.
    ///
    /// @param words in a sentence
    /// @param path below the patient's own where it is settled; empty where there is none
    public record Lack(String words, String path) {}

    Ready of(UUID clinicId, PlanDraft draft, DrawnPlan drawn, LocalDate today) {
        Protocol protocol = drawn.protocol();
        List<Lack> lacks = new ArrayList<>();
        Standing standing = eligibility.standing(clinicId, draft.patientId(), protocol.id(), today);
        String eligible = eligibility(clinicId, draft, protocol, standing, today);
        if (!(standing instanceof Standing.Decided decided && isFor(decided, protocol))) {
            lacks.add(
                    new Lack(eligible, "/eligibility?protocol=" + protocol.id().value()));
        }
        Validity validity = Manner.of(protocol)
                .map(manner -> consents.of(clinicId, draft.patientId(), manner, today))
                .orElseGet(Validity::withoutText);
        String consent = words(validity);
        if (validity instanceof Validity.Lacking) {
            lacks.add(new Lack(consent, "/consents"));
        }
        if (draft.firstDay().isBefore(today)) {
            lacks.add(new Lack("The first day has passed: draw the plan up again.", "/plan"));
        }
        if (!drawn.replaces().isEmpty() && draft.reason().isEmpty()) {
            lacks.add(new Lack(
                    "A course runs already: draw the plan up again and say why it takes that"
                            + " one's place.",
                    "/plan"));
        }
        String weight = weight(draft, protocol, today, lacks);
        if (!drawn.hasDoses()) {
            lacks.add(
                    new Lack("The protocol's rule gives no dose: " + drawn.firstDose() + ".", ""));
        }
        return new Ready(eligible, consent, weight, lacks);
    }

    private static boolean isFor(Standing.Decided decided, Protocol protocol) {
        return decided.decision().protocol().equals(protocol.id())
                && decided.decision().version().equals(protocol.version());
    }

    /// How it stands with eligibility; a decision on something else is named as such.
    private String eligibility(
            UUID clinicId, PlanDraft draft, Protocol protocol, Standing standing, LocalDate today) {
        if (standing instanceof Standing.Decided decided && !isFor(decided, protocol)) {
            return "What was signed on eligibility is for version "
                    + decided.decision().version() + " of this protocol; the plan is by version "
                    + protocol.version() + ". Eligibility must be decided for this version.";
        }
        if (standing instanceof Standing.None) {
            return words(standing)
                    + eligibility
                            .latest(clinicId, draft.patientId(), today)
                            .map(other -> " What was signed is for another protocol, "
                                    + other.protocol() + " version " + other.version() + ".")
                            .orElse("");
        }
        return words(standing);
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case Standing.None _ ->
                "Nobody has signed that this patient may be treated by this protocol.";
            case Standing.Decided decided ->
                "Signed by " + decided.decision().name() + "; holds before "
                        + Words.day(decided.validUntil()) + ".";
            case Standing.Refused refused ->
                refused.decision().name()
                        + " signed that this patient is not to be treated by this protocol.";
            case Standing.Lapsed lapsed -> "Eligibility must be decided again. " + lapsed.why();
        };
    }

    private static String words(Validity validity) {
        return switch (validity) {
            case Validity.Holds(Consents.Given given, LocalDate through) ->
                "The patient agreed on " + Words.day(given.on()) + "; this holds through "
                        + Words.day(through) + ".";
            case Validity.Lacking(List<Validity.Lack> all) ->
                String.join(". ", all.stream().map(Validity.Lack::words).toList()) + ".";
        };
    }

    private static String weight(
            PlanDraft draft, Protocol protocol, LocalDate today, List<Lack> lacks) {
        long days = ChronoUnit.DAYS.between(draft.weighedOn(), today);
        long then = Math.max(days, ChronoUnit.DAYS.between(draft.weighedOn(), draft.firstDay()));
        String weight = Words.amount(draft.weight().value()) + " kg, weighed "
                + Words.distance(today, draft.weighedOn()) + ".";
        protocol.supervision().renewals().stream()
                .filter(renewal -> renewal.subject() == Renewal.Subject.WEIGHT)
                .filter(renewal -> then > renewal.days().value())
                .findFirst()
                .ifPresent(renewal -> lacks.add(new Lack(
                        (days > renewal.days().value()
                                        ? "The weight is " + days + " days old"
                                        : "The weight will be " + then
                                                + " days old on the first day")
                                + "; this protocol wants one of the last "
                                + renewal.days().value() + " days"
                                + (renewal.days().tag().isUnverified() ? " (unverified)" : "")
                                + ".",
                        "")));
        return weight;
    }
}
