package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.Outline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One version of a protocol.
///
/// @param id its id here
/// @param protocol the protocol's id
/// @param title its name
/// @param what drug, route and what it treats
/// @param state whose it is and where it stands
/// @param standing what stands behind it
/// @param problem why a step could not be taken; empty where none was tried
/// @param timeline drawn; empty where the text cannot be read yet
/// @param visit one visit drawn; empty where the text does not say what is measured
/// @param wrong how many things must be put right in a draft
/// @param sections everything it says
/// @param sources short name and citation
/// @param life where it stands and what can be done
/// @param versions other versions of the same protocol
/// @param key of the forms
public record ProtocolPage(
        UUID id,
        String protocol,
        String title,
        String what,
        String state,
        Standing standing,
        String problem,
        Optional<Timeline> timeline,
        Optional<VisitPicture> visit,
        int wrong,
        List<Outline.Node> sections,
        List<Source> sources,
        LifePanel life,
        List<Version> versions,
        String key) {

    /// What stands behind it.
    ///
    /// @param grade the evidence in plain words
    /// @param evidence the same in one line, as the text has it
    /// @param experience whether it is only habit or a default
    /// @param label how regulators stand to it
    /// @param use whether patients may be put on it
    /// @param enrols whether they may
    /// @param unverified how many of its figures are unverified
    /// @param figures how many figures it has
    public record Standing(
            String grade,
            String evidence,
            boolean experience,
            String label,
            String use,
            boolean enrols,
            int unverified,
            int figures) {}

    /// A source.
    ///
    /// @param page where more stands about it; empty where there is no such page
    public record Source(String name, String citation, String page) {}

    /// Another version.
    public record Version(UUID id, String words, boolean here) {}
}
