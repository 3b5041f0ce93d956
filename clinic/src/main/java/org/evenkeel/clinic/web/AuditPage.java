package org.evenkeel.clinic.web;

import java.util.List;

/// The audit list as shown.
///
/// @param form what it is narrowed to
/// @param people whom it can be narrowed to
/// @param actions what it can be narrowed to
/// @param outcomes how things can have ended
/// @param kept how far the audit is sealed and anchored, in words
/// @param rows the latest first
/// @param exports the address of exports of all this, without the kind
/// @param older the address of the next page; empty on the last
public record AuditPage(
        FormState form,
        List<Choice> people,
        List<Choice> actions,
        List<Choice> outcomes,
        String kept,
        List<Row> rows,
        String exports,
        String older) {

    /// One line. `object` is an id, never a name.
    ///
    /// @param sealed its number in the chain, or that it has none yet
    /// @param only the address of what else was done to the same; empty where it is no patient
    public record Row(
            String sealed,
            String at,
            String who,
            String role,
            String what,
            String object,
            String only,
            String outcome) {}

    /// One of a list.
    public record Choice(String value, String words) {}
}
