package org.evenkeel.clinic.identity.web;

import org.evenkeel.clinic.web.FormState;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Everyone of a clinic and how they may sign in.
///
/// @param rows by name
/// @param form the invitation being written
/// @param link the link just made, shown this once
/// @param roles roles somebody can be invited as
/// @param leaks whether it is asked if a new password stood in a leak
public record PeoplePage(
        List<Row> rows, FormState form, Optional<Link> link, List<String> roles, boolean leaks) {

    /// One person.
    ///
    /// @param signInName empty where they have no account
    /// @param sessions how many sessions they have open
    /// @param isOneself whether it is who looks
    public record Row(
            UUID id,
            String name,
            String role,
            String signInName,
            boolean isDisabled,
            int sessions,
            boolean isOneself) {}

    /// A link to hand over.
    public record Link(String name, String address) {}
}
