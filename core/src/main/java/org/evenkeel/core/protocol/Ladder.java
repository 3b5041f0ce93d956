package org.evenkeel.core.protocol;

import java.util.List;
import java.util.Optional;

/// A template from which the schedule of a protocol can be written: how treatments thin out.
///
/// @param id its id
/// @param version version of the content file
/// @param title name for people
/// @param series dated visits; empty where it begins with maintenance
/// @param maintenance what follows
/// @param caveats what must be said beside it
/// @param sources citations
public record Ladder(
        String id,
        String version,
        String title,
        List<Series> series,
        Optional<Maintenance> maintenance,
        List<String> caveats,
        List<String> sources) {
    public Ladder {
        series = List.copyOf(series);
        caveats = List.copyOf(caveats);
        sources = List.copyOf(sources);
        Series.requireOrder(id, series);
        if (series.isEmpty() && maintenance.isEmpty()) {
            throw new IllegalArgumentException(id + " must have a series or maintenance");
        }
    }
}
