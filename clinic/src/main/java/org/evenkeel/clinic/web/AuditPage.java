package org.evenkeel.clinic.web;

import org.evenkeel.clinic.audit.AuditEntry;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The audit list as shown.
///
/// @param rows newest first
public record AuditPage(List<Row> rows) {

    /// One line. `object` is an id, never a name.
    public record Row(
            long number,
            String at,
            String who,
            String role,
            String what,
            String object,
            String outcome) {}

    /// From entries and the names of staff.
    public static AuditPage of(List<AuditEntry> entries, Map<UUID, String> names, ZoneId zone) {
        return new AuditPage(
                entries.stream().map(entry -> row(entry, names, zone)).toList());
    }

    private static Row row(AuditEntry entry, Map<UUID, String> names, ZoneId zone) {
        UUID actor = entry.actor().personId();
        return new Row(
                entry.number(),
                Words.time(entry.at(), zone),
                names.getOrDefault(actor, actor.toString()),
                entry.actor().role(),
                entry.act().action().replace('-', ' '),
                entry.act().objectKind() + " "
                        + entry.act().objectId().toString().substring(0, 8),
                entry.outcome().name().toLowerCase(java.util.Locale.ROOT));
    }
}
