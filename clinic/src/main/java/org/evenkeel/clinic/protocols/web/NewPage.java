package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.web.FormState;
import org.evenkeel.exchange.fhir.ProtocolFhir;
import org.evenkeel.knowledge.Problem;

import java.util.List;

/// The form that begins a draft from a text.
///
/// @param form its key and what is wrong
/// @param text as pasted
/// @param problems why the text cannot be taken apart
/// @param refused why a FHIR file is not taken, a sentence each
public record NewPage(FormState form, String text, List<Problem> problems, List<String> refused) {

    /// The most bytes a FHIR file may have.
    public long mostBytes() {
        return ProtocolFhir.MAX_BYTES;
    }
}
