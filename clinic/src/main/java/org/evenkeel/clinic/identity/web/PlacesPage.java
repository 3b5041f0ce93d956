package org.evenkeel.clinic.identity.web;

import java.util.List;

/// The clinics and roles somebody works in.
///
/// @param places all of them
public record PlacesPage(List<Place> places) {

    /// One of them.
    ///
    /// @param key what the form sends: its clinic's id and its role
    /// @param words clinic and role
    /// @param isHere whether they work there now
    public record Place(String key, String words, boolean isHere) {}
}
