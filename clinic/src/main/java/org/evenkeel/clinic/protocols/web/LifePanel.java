package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.clinic.signature.SignatureView;

import java.util.List;

/// Where an edition stands in its life and what the reader may do with it.
///
/// @param own whether it is the clinic's own
/// @param stages draft to retired, in order
/// @param taken what was done, the latest first
/// @param signatures who signed
/// @param can what the state lets be done, by code
/// @param author whether the reader wrote part of it
/// @param seen hash of the text shown
public record LifePanel(
        boolean own,
        List<Stage> stages,
        List<Taken> taken,
        List<SignatureView> signatures,
        List<String> can,
        boolean author,
        String seen) {

    /// A stage.
    ///
    /// @param words its name
    /// @param reached whether it has come so far
    /// @param here whether it is there now
    public record Stage(String words, boolean reached, boolean here) {}

    /// A step that was taken.
    public record Taken(String what, String who, String when, String reason) {}

    /// Whether nobody else is put on it any more.
    public boolean isRetired() {
        return stages.stream()
                .anyMatch(stage -> stage.here() && stage.words().equals(Life.RETIRED.words()));
    }

    /// Whether the state lets something be done.
    public boolean can(String step) {
        return can.contains(step);
    }
}
