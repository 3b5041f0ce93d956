package org.evenkeel.clinic.keeping.internal;

import org.evenkeel.clinic.audit.Head;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a backup holds, written after it.
///
/// @param tables every table with what it held
/// @param sequences where each sequence stood
/// @param auditHeads the last sealed link of each clinic's audit
public record Manifest(
        List<TableContent> tables, List<SequenceState> sequences, Map<UUID, Head> auditHeads) {
    public Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        auditHeads = Map.copyOf(auditHeads);
    }

    /// What stands before the tables.
    ///
    /// @param at when the backup was made, UTC
    /// @param program version of the program that made it
    /// @param migrations the steps that made its tables, in their order
    public record Opening(String at, String program, List<Migration> migrations) {
        public Opening {
            migrations = List.copyOf(migrations);
        }
    }

    /// A step that was taken.
    ///
    /// @param version its number
    /// @param checksum of its text
    public record Migration(String version, int checksum) {}

    /// One table.
    ///
    /// @param name schema and name
    /// @param rows how many
    /// @param sha256 of its rows as PostgreSQL's COPY writes them, in the order of their key
    public record TableContent(String name, long rows, String sha256) {}

    /// One sequence.
    ///
    /// @param name schema and name
    /// @param last its last value
    /// @param called whether that value was given out
    public record SequenceState(String name, long last, boolean called) {}

    /// Rows of all tables.
    public long rows() {
        return tables.stream().mapToLong(TableContent::rows).sum();
    }
}
