package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.Difference;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Two versions side by side.
///
/// @param to the later one
/// @param from the earlier one; empty where none is chosen yet
/// @param difference what differs
/// @param choices what it can be compared with
public record ComparePage(
        Side to, Optional<Side> from, Optional<Difference> difference, List<Choice> choices) {

    /// One of the two.
    public record Side(UUID id, String title, String state, Optional<Timeline> timeline) {}

    /// One of a list.
    public record Choice(UUID id, String words) {}
}
