package org.evenkeel.knowledge;

import org.evenkeel.core.pharmacokinetics.EffectModel;

import java.util.List;

/// What a drug does while it is there, with what must be said wherever that is shown.
///
/// @param id name of the file
/// @param caveats what it does not do well, in sentences
/// @param figures how far each of its figures was followed to its source
/// @param equations the model itself
public record AcuteEffects(
        String id, List<String> caveats, Figures figures, EffectModel equations) {
    public AcuteEffects {
        caveats = List.copyOf(caveats);
    }

    /// The figures that were not seen in a source, such as `half (P)`.
    public List<String> unverified() {
        return figures.unverified(_ -> false);
    }
}
