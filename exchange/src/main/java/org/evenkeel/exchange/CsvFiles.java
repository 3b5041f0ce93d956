package org.evenkeel.exchange;

import java.util.Optional;

/// The CSV files of one call.
///
/// @param scores `scores.csv`
/// @param treatments `treatments.csv`
/// @param patients `patients.csv`
/// @param days the kind of day that files read before this call have settled
public record CsvFiles(
        Optional<Source> scores,
        Optional<Source> treatments,
        Optional<Source> patients,
        Optional<DayKind> days) {

    /// Scores, and treatments where there are any.
    public static CsvFiles of(Source scores, Optional<Source> treatments) {
        return new CsvFiles(Optional.of(scores), treatments, Optional.empty(), Optional.empty());
    }

    /// Treatments alone, planned ones for example, whose days are of a kind already settled.
    public static CsvFiles treatments(Source treatments, DayKind days) {
        return new CsvFiles(
                Optional.empty(), Optional.of(treatments), Optional.empty(), Optional.of(days));
    }

    /// The same files with `patients.csv`.
    public CsvFiles withPatients(Source patients) {
        return new CsvFiles(scores, treatments, Optional.of(patients), days);
    }
}
