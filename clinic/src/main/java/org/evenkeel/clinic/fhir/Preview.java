package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.exchange.Note;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a file holds and what saving it would do.
///
/// @param id what it is called from now on; empty where it cannot be saved
/// @param protocol id of the protocol new patients will be on
/// @param tally how much it brings
/// @param people its patients
/// @param selfHarm how many new scores come with an answer above 0 to the self-harm item
/// @param notes what the reader left out or assumed
/// @param problems why it cannot be saved
public record Preview(
        UUID id,
        String protocol,
        Tally tally,
        List<Someone> people,
        int selfHarm,
        List<Note> notes,
        Problems problems) {

    public Preview {
        people = List.copyOf(people);
        notes = List.copyOf(notes);
    }

    /// One patient of the file.
    ///
    /// @param key what the file calls them
    /// @param name what they are called here, or will be
    /// @param isHere whether the clinic has them already
    /// @param scores how many scores are new and known
    /// @param treatments how many treatments are new and known
    public record Someone(
            String key,
            Patient.Name name,
            boolean isHere,
            Tally.Pair scores,
            Tally.Pair treatments) {}

    /// Whether there is anything to save, and nothing against it.
    public boolean canBeSaved() {
        return !problems.any() && !changesNothing();
    }

    /// Whether the clinic holds all of it already.
    public boolean changesNothing() {
        return tally.patients().added()
                        + tally.scores().added()
                        + tally.treatments().added()
                == 0;
    }

    static Preview of(Upload upload, Plan plan) {
        return new Preview(
                upload.id(),
                plan.protocol().id().value(),
                plan.tally(),
                plan.steps().stream().map(Preview::someone).toList(),
                (int) plan.steps().stream()
                        .flatMap(step -> step.ratings().stream())
                        .filter(rating -> rating.riskItem().orElse(0) > 0)
                        .count(),
                upload.notes(),
                plan.problems());
    }

    private static Someone someone(Plan.Step step) {
        FilePatient from = step.from();
        Optional<Patient> existing = step.existing();
        return new Someone(
                from.key(),
                existing.map(Patient::name).orElseGet(() -> NewPatients.name(from)),
                existing.isPresent(),
                new Tally.Pair(step.ratings().size(), step.knownRatings()),
                new Tally.Pair(step.given().size(), step.knownGiven()));
    }
}
