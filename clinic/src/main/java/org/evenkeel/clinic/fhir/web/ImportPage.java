package org.evenkeel.clinic.fhir.web;

import org.evenkeel.clinic.fhir.Problems;
import org.evenkeel.clinic.fhir.Sent;

import java.util.Optional;

/// Where files are chosen.
///
/// @param missing what is wrong with the choice
/// @param problems what is wrong with the files
public record ImportPage(Optional<String> missing, Optional<Problems> problems) {

    /// The most bytes a file may have.
    public long mostBytes() {
        return Sent.MOST_BYTES;
    }
}
