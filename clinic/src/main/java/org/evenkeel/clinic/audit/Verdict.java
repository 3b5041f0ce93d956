package org.evenkeel.clinic.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What verifying an audit found.
///
/// @param clinics how many clinics have a chain or an anchor
/// @param verified events that match their hash, up to the first broken link of each clinic
/// @param unsealed events that were not sealed yet
/// @param lastAnchor when the last anchor was kept
/// @param broken the first break of each clinic, and of the anchor file
public record Verdict(
        int clinics,
        long verified,
        long unsealed,
        Optional<Instant> lastAnchor,
        List<Broken> broken) {

    /// Whether nothing was found.
    public boolean isWhole() {
        return broken.isEmpty();
    }
}
