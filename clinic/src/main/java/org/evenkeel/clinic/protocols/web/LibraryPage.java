package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.web.FormState;

import java.util.List;
import java.util.UUID;

/// The protocols of a clinic.
///
/// @param form what the list is narrowed to
/// @param filters what it can be narrowed by
/// @param groups those found, by whose they are and how the drug is given
/// @param all how many there are
public record LibraryPage(FormState form, List<Filter> filters, List<Group> groups, int all) {

    /// How many were found.
    public int found() {
        return groups.stream().mapToInt(group -> group.cards().size()).sum();
    }

    /// Whether somebody narrowed the list.
    public boolean isNarrowed() {
        return filters.stream().anyMatch(filter -> !form.value(filter.name()).isEmpty());
    }

    /// Protocols that are alike.
    ///
    /// @param title what they have in common
    /// @param cards each of them
    /// @param open whether they are shown before anybody asks
    public record Group(String title, List<Card> cards, boolean open) {}

    /// A list to narrow by.
    ///
    /// @param name of the field
    /// @param label what it is
    /// @param choices what may be chosen
    public record Filter(String name, String label, List<Choice> choices) {}

    /// One of a list.
    public record Choice(String value, String words) {}

    /// A protocol.
    ///
    /// @param id of the version shown
    /// @param title its name
    /// @param what drug, route and what it treats
    /// @param use whether patients may be put on it, in words
    /// @param enrols whether they may
    /// @param grade what stands behind it, in words
    /// @param experience whether it is only a habit of clinics or a default
    /// @param label how regulators stand to it
    /// @param state whose it is and where it stands
    /// @param own whether it is the clinic's own
    public record Card(
            UUID id,
            String title,
            String what,
            String use,
            boolean enrols,
            String grade,
            boolean experience,
            String label,
            String state,
            boolean own) {}
}
