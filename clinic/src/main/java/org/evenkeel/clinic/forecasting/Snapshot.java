package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.treatment.Appointment;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.ProtocolId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything known about one patient at one moment.
///
/// @param patient who
/// @param protocol the protocol they are on
/// @param version its version; empty where they were put on none yet
/// @param courseFrom the day from which on treatments belong to their present course; empty where
///     all do
/// @param responses answers to the instrument forecast by, oldest first
/// @param treatments treatments given, oldest first
/// @param appointment the day booked, from today on
/// @param decision the latest decision
/// @param agreement what is agreed about the coming weeks and not closed
public record Snapshot(
        Patient patient,
        ProtocolId protocol,
        String version,
        Optional<LocalDate> courseFrom,
        List<Response> responses,
        List<TreatmentGiven> treatments,
        Optional<Appointment> appointment,
        Optional<Decision> decision,
        Optional<Agreed> agreement) {

    public Snapshot {
        responses = List.copyOf(responses);
        treatments = List.copyOf(treatments);
    }

    /// The course as the engine takes it.
    public Course course(InstrumentId instrument) {
        return new Course(
                instrument,
                responses.stream().map(Response::rating).toList(),
                treatments.stream().map(TreatmentGiven::what).toList(),
                courseFrom
                        .map(day -> OptionalInt.of((int) day.toEpochDay()))
                        .orElse(OptionalInt.empty()));
    }

    /// What was known of the patient's answers and treatments at the end of a day.
    Snapshot until(LocalDate day) {
        return new Snapshot(
                patient,
                protocol,
                version,
                courseFrom.filter(begins -> !begins.isAfter(day)),
                responses.stream().filter(each -> !each.on().isAfter(day)).toList(),
                treatments.stream().filter(each -> !each.on().isAfter(day)).toList(),
                appointment,
                decision,
                agreement);
    }

    /// A digest of what happened to the patient. It changes with every new fact.
    public String factsHash() {
        StringBuilder text = new StringBuilder(protocol + " " + version);
        responses.forEach(response -> text.append('\n').append(response.rating()));
        treatments.forEach(given -> text.append('\n').append(given.what()));
        courseFrom
                .filter(day -> treatments.stream().anyMatch(given -> given.on().isBefore(day)))
                .ifPresent(day -> text.append("\ncourse from ").append(day));
        return Sha256.hex(text.toString());
    }

    /// A digest of all a page shows. A form carries it, so that a decision taken on a page
    /// that others have overtaken is noticed.
    public String seen() {
        return Sha256.hex(factsHash()
                + appointment.map(Appointment::id)
                + decision.map(Decision::at)
                + agreement.map(Agreed::id));
    }

    /// Whether the latest decision was taken on what is known now.
    public boolean isDecided() {
        return decision.map(last -> last.factsHash().equals(factsHash())).orElse(false);
    }
}
