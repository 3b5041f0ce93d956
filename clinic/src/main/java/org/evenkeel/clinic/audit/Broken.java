package org.evenkeel.clinic.audit;

import java.util.Optional;
import java.util.UUID;

/// Where a clinic's chain is broken first.
///
/// @param clinicId whose; empty where it is the anchor file itself
/// @param number the first broken link; 0 where it is no link
/// @param last the last link it may be: the same as `number`, unless several are in question
/// @param what what is wrong
/// @param words the same in a sentence
public record Broken(Optional<UUID> clinicId, long number, long last, What what, String words) {

    /// What may be wrong.
    public enum What {
        /// the event does not match its hash
        EDITED,
        /// the event or its link is gone
        DELETED,
        /// the event belongs at another number
        SWAPPED,
        /// the chain ends before a link that was anchored
        CUT,
        /// the chain fits in itself but not the anchor: it was made anew
        FORGED,
        /// an anchor that must have been kept is not there
        ANCHOR_MISSING,
        /// the anchor file was changed
        ANCHOR_EDITED;

        /// As files and options write it.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
