package org.evenkeel.clinic.identity.web;

import java.util.List;

/// The clinics and roles somebody works in.
///
/// @param places all of them
public record PlacesPage(List<Place> places) {

    /// One of them.
    ///
    /// @param number what the form sends
    /// @param words clinic and role
    /// @param isHere whether they work there now
    public record Place(int number, String words, boolean isHere) {}
}
