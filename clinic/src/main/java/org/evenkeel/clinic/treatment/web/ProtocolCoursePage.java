package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.protocols.Difference;
import org.evenkeel.clinic.signature.SignatureView;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How a patient's treatments keep to their protocol, and the form that puts them on another.
///
/// @param patientId whose
/// @param name their name
/// @param protocol title and version of what they are on
/// @param edition its page; empty where it has none
/// @param departures by day
/// @param moves when and why they were put on another, the latest first
/// @param choices what they may be put on
/// @param to what is chosen; empty where nothing is yet
/// @param difference what would change
/// @param sentence what a prescriber signs
/// @param signer who would sign
/// @param problem what was wrong; empty where nothing was
/// @param key of the forms
public record ProtocolCoursePage(
        UUID patientId,
        String name,
        String protocol,
        Optional<UUID> edition,
        List<Row> departures,
        List<Moved> moves,
        List<Choice> choices,
        Optional<UUID> to,
        Optional<Difference> difference,
        String sentence,
        String signer,
        String problem,
        String key) {

    /// A departure.
    ///
    /// @param day ISO
    /// @param kind as it is kept
    /// @param words what happened
    /// @param reason why; empty where nobody said
    public record Row(String day, String kind, String words, String reason) {}

    /// A move.
    ///
    /// @param words to what and when
    /// @param reason why
    /// @param signatures who signed it
    public record Moved(String words, String reason, List<SignatureView> signatures) {}

    /// One of a list.
    public record Choice(UUID id, String words) {}
}
