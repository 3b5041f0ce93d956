package org.evenkeel.knowledge;

import org.evenkeel.core.pharmacokinetics.PublishedModel;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.EvidenceTag;

import java.util.List;
import java.util.Set;

/// A published model of a drug in plasma, with what must be said wherever it is used.
///
/// @param id name of the model: drug, first author, year
/// @param title what it is, in a line
/// @param drug `ketamine` or `esketamine`
/// @param caveats what it does not do well, in sentences
/// @param figures how far each of its figures was followed to its source
/// @param equations the model itself
public record PharmacokineticModel(
        String id,
        String title,
        String drug,
        List<String> caveats,
        Figures figures,
        PublishedModel equations) {
    public PharmacokineticModel {
        caveats = List.copyOf(caveats);
    }

    /// The weakest evidence behind any of its figures.
    public EvidenceTag weakest() {
        return figures.weakest();
    }

    /// The figures that act for doses by these routes and were not seen in their source, such
    /// as `k10 (K)`.
    public List<String> unverified(Set<Route> used) {
        return figures.unverified(name ->
                used.stream().noneMatch(route -> name.startsWith(route.name() + "."))
                        && List.of(Route.values()).stream()
                                .anyMatch(route -> name.startsWith(route.name() + ".")));
    }
}
