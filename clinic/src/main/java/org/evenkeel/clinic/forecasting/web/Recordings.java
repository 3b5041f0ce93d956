package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.prom.RecordedResponse;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.treatment.Recorded;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.web.Correction;
import org.springframework.stereotype.Component;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Brings together all that was recorded of a patient, with what was corrected and taken back.
@Component
class Recordings {
    private final Treatments treatments;
    private final Responses responses;
    private final People people;

    Recordings(Treatments treatments, Responses responses, People people) {
        this.treatments = treatments;
        this.responses = responses;
        this.people = people;
    }

    /// All rows of a patient.
    ///
    /// @param treatments by day
    /// @param answers by day, to every instrument
    /// @param names of who recorded them
    /// @param zone the clinic's
    record Ever(
            List<Recorded> treatments,
            List<RecordedResponse> answers,
            Map<UUID, String> names,
            ZoneId zone) {

        /// Treatments that count, oldest first.
        List<Recorded> standingTreatments() {
            List<UUID> gone = treatments.stream()
                    .flatMap(each -> each.correction().stream())
                    .map(each -> each.of())
                    .toList();
            return treatments.stream()
                    .filter(each -> !each.withdrawn() && !gone.contains(each.id()))
                    .toList();
        }

        /// Answers that count, oldest first.
        List<RecordedResponse> standingAnswers() {
            List<UUID> gone = answers.stream()
                    .flatMap(each -> each.correction().stream())
                    .map(each -> each.of())
                    .toList();
            return answers.stream()
                    .filter(each -> !each.withdrawn() && !gone.contains(each.id()))
                    .toList();
        }

        /// Whether a row was taken back in the end, after whatever corrections.
        boolean isTakenBack(UUID id) {
            return Stream.concat(
                            treatments.stream()
                                    .map(each -> new Next(
                                            each.id(), each.correction(), each.withdrawn())),
                            answers.stream()
                                    .map(each -> new Next(
                                            each.id(), each.correction(), each.withdrawn())))
                    .filter(next -> next.of().filter(of -> of.of().equals(id)).isPresent())
                    .anyMatch(next -> next.withdrawn() || isTakenBack(next.id()));
        }

        private record Next(UUID id, Optional<Correction> of, boolean withdrawn) {}

        Optional<Recorded> treatment(UUID id) {
            return treatments.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        Optional<RecordedResponse> answer(UUID id) {
            return answers.stream().filter(each -> each.id().equals(id)).findFirst();
        }
    }

    Ever of(Person person, UUID patientId) {
        UUID clinic = person.clinicId();
        return new Ever(
                treatments.everRecorded(clinic, patientId),
                responses.everRecorded(clinic, patientId),
                people.names(clinic),
                person.clinic().zone());
    }
}
