package org.evenkeel.clinic.fhir;

import org.evenkeel.exchange.Note;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was read from files and waits for someone to say that it may be saved.
///
/// @param id its id, and the key of the command that saves it
/// @param personId who sent it; nobody else sees it
/// @param until when it is forgotten
/// @param patients the patients
/// @param notes what the reader left out or assumed
record Upload(UUID id, UUID personId, Instant until, List<FilePatient> patients, List<Note> notes) {
    Upload {
        patients = List.copyOf(patients);
        notes = List.copyOf(notes);
    }
}
