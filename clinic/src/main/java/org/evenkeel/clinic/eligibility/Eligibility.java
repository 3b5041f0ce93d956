package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.eligibility.Decision.Verdict;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Whether a patient may be treated by a protocol, for other modules.
@Service
public class Eligibility {
    private final DecisionRows decisions;

    Eligibility(DecisionRows decisions) {
        this.decisions = decisions;
    }

    /// How it stands with a patient and a protocol on a day.
    @Transactional(readOnly = true)
    public Standing standing(UUID clinicId, UUID patientId, ProtocolId protocol, LocalDate day) {
        return decisions
                .latest(clinicId, patientId, protocol, day)
                .map(decision -> standing(decision, day))
                .orElse(new Standing.None());
    }

    /// The latest decision on a patient of those made up to a day, whatever the protocol.
    @Transactional(readOnly = true)
    public Optional<Decision> latest(UUID clinicId, UUID patientId, LocalDate day) {
        return decisions.of(clinicId, patientId).stream()
                .filter(decision -> !decision.basis().day().isAfter(day))
                .findFirst();
    }

    static Standing standing(Decision decision, LocalDate day) {
        if (decision.verdict() == Verdict.NOT_TREAT) {
            return new Standing.Refused(decision);
        }
        return day.isBefore(decision.validUntil())
                ? new Standing.Decided(decision)
                : new Standing.Lapsed(
                        decision,
                        "The decision held until " + Words.day(decision.validUntil()) + ".");
    }
}
