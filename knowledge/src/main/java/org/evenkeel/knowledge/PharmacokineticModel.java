package org.evenkeel.knowledge;

import org.evenkeel.core.pharmacokinetics.PublishedModel;
import org.evenkeel.core.units.EvidenceTag;

import java.util.List;

/// A published model of a drug in plasma, with what must be said wherever it is used.
///
/// @param id name of the model: drug, first author, year
/// @param title what it is, in a line
/// @param drug `ketamine` or `esketamine`
/// @param caveats what it does not do well, in sentences
/// @param weakest the weakest evidence behind any of its figures
/// @param equations the model itself
public record PharmacokineticModel(
        String id,
        String title,
        String drug,
        List<String> caveats,
        EvidenceTag weakest,
        PublishedModel equations) {
    public PharmacokineticModel {
        caveats = List.copyOf(caveats);
    }
}
