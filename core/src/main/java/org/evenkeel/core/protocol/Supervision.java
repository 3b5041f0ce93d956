package org.evenkeel.core.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How patients are watched over: what is measured, what holds a dose back, what must hold before
/// a dose and before leaving, and what must be renewed between.
///
/// @param id id of the rules; a clinic that changes them gives them its own
/// @param watches what is measured around a dose
/// @param holds when a dose is held or stopped
/// @param checklist what must hold before a dose
/// @param discharge what must hold before leaving
/// @param renewals what must be done again
public record Supervision(
        String id,
        List<Watch> watches,
        List<HoldRule> holds,
        List<Requirement> checklist,
        List<Requirement> discharge,
        List<Renewal> renewals) {

    /// Nothing is said, as for a protocol nobody is put on.
    public static final Supervision NONE =
            new Supervision("none", List.of(), List.of(), List.of(), List.of(), List.of());

    public Supervision {
        watches = List.copyOf(watches);
        holds = List.copyOf(holds);
        checklist = List.copyOf(checklist);
        discharge = List.copyOf(discharge);
        renewals = List.copyOf(renewals);
        requireOnce(holds.stream().map(HoldRule::id).toList());
        requireOnce(checklist.stream().map(Requirement::id).toList());
        requireOnce(discharge.stream().map(Requirement::id).toList());
        requireOnce(renewals.stream().map(each -> each.subject().name()).toList());
    }

    private static void requireOnce(List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("'" + id + "' stands here twice");
            }
        }
    }
}
