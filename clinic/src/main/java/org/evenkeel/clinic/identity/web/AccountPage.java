package org.evenkeel.clinic.identity.web;

import java.util.List;
import java.util.Optional;

/// How somebody signs in, as they see it.
///
/// @param signInName empty where they have no password
/// @param passkeys their passkeys
/// @param hasApp whether they have an authenticator app
/// @param codesLeft recovery codes left
/// @param sessions their open sessions
/// @param hasPin whether they have a PIN on this device
/// @param hasProvider whether an outside provider can be linked
/// @param links who they are at a provider
/// @param problem what did not work
public record AccountPage(
        String signInName,
        List<Passkey> passkeys,
        boolean hasApp,
        int codesLeft,
        List<Stay> sessions,
        boolean hasPin,
        boolean hasProvider,
        List<Linked> links,
        Optional<String> problem) {

    /// A passkey with the days it was made and last used.
    public record Passkey(String id, String added, String used) {}

    /// A link to an outside provider, with the day it was made.
    public record Linked(long number, String since) {}

    /// A session.
    public record Stay(String since, String by, boolean isThis) {}
}
