package org.evenkeel.clinic.eligibility.web;

import org.evenkeel.clinic.web.FormState;

import java.util.List;
import java.util.UUID;

/// By which rules the clinic goes, and what changes.
///
/// @param jurisdictions to choose from
/// @param resistances definitions of resistance to choose from
/// @param packs what holds today
/// @param changes what will hold
/// @param form what was typed
public record RulesPage(
        List<String> jurisdictions,
        List<Choice> resistances,
        List<Pack> packs,
        List<Coming> changes,
        FormState form) {

    /// An entry of a list.
    public record Choice(String id, String title) {}

    /// A pack in force.
    public record Pack(String title, String from, int rules, int unverified) {}

    /// A change to come.
    ///
    /// @param title of the pack
    /// @param versions from which to which
    /// @param from when
    /// @param what which rules are new, other or gone
    /// @param touched patients of whom the rules say something else
    public record Coming(
            String title, String versions, String from, List<String> what, List<Touched> touched) {}

    /// A patient of whom the rules say something else.
    public record Touched(UUID id, String name, String before, String after) {}
}
