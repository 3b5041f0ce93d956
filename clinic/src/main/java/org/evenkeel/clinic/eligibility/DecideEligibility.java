package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.eligibility.Decision.Basis;
import org.evenkeel.clinic.eligibility.Decision.Verdict;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Statement;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.eligibility.Screening.Result;
import org.evenkeel.core.protocol.Protocol;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A prescriber decides whether a patient may be treated by a protocol, and signs it.
@Service
public class DecideEligibility {
    /// Field with the hash of what was shown.
    public static final String SEEN = "seen";
    /// Field with what is decided.
    public static final String VERDICT = "verdict";
    /// Field with the reason for what is to be reviewed, or against treating.
    public static final String REASON = "reason";
    /// How the field with a reason against one rule begins.
    public static final String AGAINST = "against-";

    private static final int MOST_REASON = 500;
    private static final String OBJECT = "eligibility-decision";

    private final Screenings screenings;
    private final DecisionRows decisions;
    private final Patients patients;
    private final Signatures signatures;
    private final EligibilityContent content;
    private final Audit audit;
    private final InstantSource clock;

    DecideEligibility(
            Screenings screenings,
            DecisionRows decisions,
            Patients patients,
            Signatures signatures,
            EligibilityContent content,
            Audit audit,
            InstantSource clock) {
        this.screenings = screenings;
        this.decisions = decisions;
        this.patients = patients;
        this.signatures = signatures;
        this.content = content;
        this.audit = audit;
        this.clock = clock;
    }

    /// Reads the form and signs the decision, or notes in the form what is wrong. Answers whether
    /// it is signed, now or when the same form came before.
    @Transactional
    public boolean from(
            FormState form, Person person, Proof proof, UUID patientId, Protocol protocol) {
        Patient patient = patients.lock(person.clinicId(), patientId).orElseThrow(NotThere::new);
        if (audit.isKnown(form.command())) {
            return true;
        }
        LocalDate today = person.today(clock);
        Screened screened = screenings
                .of(person.clinicId(), patient.id(), protocol, today)
                .orElseThrow(NotThere::new);
        if (!screened.seen().equals(form.value(SEEN))) {
            form.reject(
                    SEEN,
                    "Something has changed since this was shown: look at it again, then decide.");
        }
        Optional<Verdict> verdict = form.choice(VERDICT, Verdict.class);
        Map<Result, String> overridden = verdict.filter(Verdict.TREAT::equals)
                .map(_ -> overridden(form, screened))
                .orElse(Map.of());
        reason(form, screened, verdict);
        if (!form.isRight() || verdict.isEmpty()) {
            return false;
        }
        Act act = Act.onPatient("eligibility-decide", patient.id());
        audit.take(form.command(), person.actor(), act);
        sign(person, proof, screened, made(form, person, patient.id(), screened), overridden);
        return true;
    }

    /// Decides without a form, for a clinic that is made up.
    @Transactional
    public void rehearsed(Person person, Proof proof, UUID patientId, Screened screened) {
        FormState form = FormState.sent(Map.of(
                VERDICT,
                Verdict.TREAT.name(),
                REASON,
                screened.toReview().isEmpty() ? "" : "Weighed with the patient."));
        sign(person, proof, screened, made(form, person, patientId, screened), Map.of());
    }

    private static Map<Result, String> overridden(FormState form, Screened screened) {
        Map<Result, String> reasons = new LinkedHashMap<>();
        for (Result result : screened.blocking()) {
            String field = AGAINST + Screened.name(result);
            String reason = form.value(field);
            if (!result.rule().overridable()) {
                form.reject(
                        VERDICT,
                        "While this stands nobody is treated: "
                                + result.rule().words().value());
            } else if (reason.isEmpty() || reason.length() > MOST_REASON) {
                form.reject(
                        field,
                        "Say why the patient may be treated all the same, in up to " + MOST_REASON
                                + " characters: " + result.rule().words().value());
            } else {
                reasons.put(screened.known(result), reason);
            }
        }
        return reasons;
    }

    private static void reason(FormState form, Screened screened, Optional<Verdict> verdict) {
        String reason = form.value(REASON);
        boolean needed = verdict.filter(Verdict.NOT_TREAT::equals).isPresent()
                || !screened.toReview().isEmpty();
        if (needed && reason.isEmpty() || reason.length() > MOST_REASON) {
            form.reject(REASON, "Say why, in up to " + MOST_REASON + " characters.");
        }
    }

    private Decision made(FormState form, Person person, UUID patientId, Screened screened) {
        LocalDate day = screened.screening().day();
        return new Decision(
                UUID.randomUUID(),
                patientId,
                screened.protocol().id(),
                screened.protocol().version(),
                Verdict.valueOf(form.value(VERDICT)),
                new Basis(
                        day,
                        screened.jurisdiction(),
                        screened.packNames(),
                        screened.chartHash(),
                        screened.screening().conclusion()),
                day.plusDays(content.workUp().decisionHolds().value()),
                form.value(REASON),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                person.id(),
                person.name());
    }

    private void sign(
            Person person,
            Proof proof,
            Screened screened,
            Decision decision,
            Map<Result, String> overridden) {
        decisions.append(person.actor(), decision);
        decisions.override(person.actor(), decision, overridden);
        signatures.sign(person, proof, statement(decision, overridden));
    }

    /// What is signed.
    static Statement statement(Decision decision, Map<Result, String> overridden) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("protocol", decision.protocol() + " " + decision.version());
        facts.put("verdict", decision.verdict().code());
        facts.put("conclusion", decision.basis().conclusion().name());
        facts.put("day", decision.basis().day().toString());
        facts.put("valid-until", decision.validUntil().toString());
        facts.put("jurisdiction", decision.basis().jurisdiction());
        facts.put("packs", decision.basis().packs());
        facts.put("chart-sha256", decision.basis().chart());
        facts.put("reason", decision.reason());
        overridden.forEach((result, reason) ->
                facts.put("against " + Screened.name(result), result.state() + ": " + reason));
        return new Statement(
                decision.patientId(), OBJECT, decision.id(), Meaning.ELIGIBILITY_DECIDED, facts);
    }

    /// Who decided what and how the signature stands, the latest first.
    @Transactional(readOnly = true)
    public List<Decision> of(UUID clinicId, UUID patientId) {
        return decisions.of(clinicId, patientId);
    }

    /// Why each rule was decided against, by `pack/rule`.
    @Transactional(readOnly = true)
    public Map<String, String> against(UUID clinicId, Decision decision) {
        return decisions.reasons(clinicId, decision.id());
    }
}
