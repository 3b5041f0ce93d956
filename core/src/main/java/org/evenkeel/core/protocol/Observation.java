package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

/// How long a patient is watched at least.
///
/// @param minutes the least time
/// @param after what it is counted from
/// @param where who watches
public record Observation(Cited<Integer> minutes, Clock after, Where where) {
    /// What the time is counted from.
    public enum Clock {
        START,
        END
    }

    /// Who watches.
    public enum Where {
        CLINIC,
        OBSTETRIC_WARD,
        REMOTE,
        NOBODY
    }
}
