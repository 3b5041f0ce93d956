package org.evenkeel.clinic.treatment;

import java.util.List;
import java.util.UUID;

/// A [Hold] as it is shown.
///
/// @param withholds whether no treatment is recorded while it stands
/// @param words what is the matter
/// @param address of the page where it is settled; empty where there is none
/// @param source where the rule comes from
/// @param unverified whether nobody has checked that source
public record Held(
        boolean withholds, String words, String address, String source, boolean unverified) {

    /// Holds of a patient, as they are shown.
    public static List<Held> of(UUID patientId, List<Hold> holds) {
        return holds.stream()
                .map(hold -> new Held(
                        hold.effect() == Hold.Effect.WITHHOLD,
                        hold.words(),
                        hold.path().isEmpty() ? "" : "/patients/" + patientId + hold.path(),
                        hold.source(),
                        hold.unverified()))
                .toList();
    }
}
