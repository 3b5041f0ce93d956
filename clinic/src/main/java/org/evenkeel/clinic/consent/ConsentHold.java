package org.evenkeel.clinic.consent;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.treatment.Hold;
import org.evenkeel.clinic.treatment.TreatmentHold;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.consent.Validity;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// No treatment without a consent that holds for its drug, route and label status.
@Component
@Order(10)
class ConsentHold implements TreatmentHold {
    private static final String SOURCE =
            "House rule: consent in the present text, at most 12 months old, for this route";

    private final ConsentStandings standings;
    private final Treatments treatments;
    private final Patients patients;
    private final People people;
    private final Protocols protocols;

    ConsentHold(
            ConsentStandings standings,
            Treatments treatments,
            Patients patients,
            People people,
            Protocols protocols) {
        this.standings = standings;
        this.treatments = treatments;
        this.patients = patients;
        this.people = people;
        this.protocols = protocols;
    }

    @Override
    public List<Hold> of(UUID clinicId, UUID patientId, LocalDate day) {
        return manner(clinicId, treatments.enrolment(clinicId, patientId))
                .map(manner -> holds(standings.of(clinicId, patientId, manner, day)))
                .orElseGet(() -> holds(Validity.withoutText()));
    }

    @Override
    public Map<UUID, List<Hold>> of(UUID clinicId, LocalDate day) {
        Map<UUID, Enrolment> enrolments = treatments.enrolments(clinicId);
        Map<UUID, Manner> manners = new HashMap<>();
        Map<UUID, List<Hold>> all = new HashMap<>();
        for (Patient patient : patients.of(clinicId)) {
            UUID id = patient.id();
            manner(clinicId, Optional.ofNullable(enrolments.get(id)))
                    .ifPresentOrElse(
                            manner -> manners.put(id, manner),
                            () -> all.put(id, holds(Validity.withoutText())));
        }
        standings
                .of(clinicId, manners, day)
                .forEach((patient, validity) -> all.put(patient, holds(validity)));
        return all;
    }

    /// What the patient's protocol does, or the clinic's own where they are on none.
    private Optional<Manner> manner(UUID clinicId, Optional<Enrolment> enrolment) {
        return enrolment
                .flatMap(each -> protocols.findOrLatest(clinicId, each.protocol(), each.version()))
                .or(() -> people.clinic(clinicId)
                        .map(Clinic::protocol)
                        .map(ProtocolId::new)
                        .flatMap(id -> protocols.latest(clinicId, id)))
                .flatMap((Protocol each) -> Manner.of(each));
    }

    private static List<Hold> holds(Validity validity) {
        return switch (validity) {
            case Validity.Holds _ -> List.of();
            case Validity.Lacking(List<Validity.Lack> lacks) ->
                lacks.stream().map(ConsentHold::hold).toList();
        };
    }

    private static Hold hold(Validity.Lack lack) {
        String next = lack.reason() == Validity.Reason.NO_TEXT
                ? "Nobody can be asked for consent to it: choose a protocol that has a text."
                : "Ask for consent before treating.";
        return new Hold(
                "consent-" + lack.reason().code(),
                Hold.Effect.WITHHOLD,
                lack.words() + ". " + next,
                "/consents",
                SOURCE,
                true);
    }
}
