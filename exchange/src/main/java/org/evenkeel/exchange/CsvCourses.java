package org.evenkeel.exchange;

/// Reads courses from CSV files: the front door for `scores.csv`, `treatments.csv` and
/// `patients.csv`.
///
/// Nothing is taken from any file while one of them has a problem. What each column may hold
/// stands in docs/reference/files.md.
public final class CsvCourses {
    private CsvCourses() {}

    /// Reads the files of one call.
    ///
    /// Patients come in order of first appearance: those with scores first, then those with
    /// treatments alone. Ratings of instruments other than the wanted one are left out with a
    /// note.
    public static Reading read(CsvFiles files, WantedInstrument wanted) {
        return read(files, wanted, Witness.NONE);
    }

    /// Reads the files of one call, and tells a witness of every row.
    public static Reading read(CsvFiles files, WantedInstrument wanted, Witness witness) {
        var findings = new Findings();
        var draft = new CohortDraft(witness);
        var days = new DayColumn(files.days());
        files.scores()
                .ifPresent(source -> CsvTable.read(
                        source, new ScoreRows(wanted, days, draft, findings), findings));
        files.treatments()
                .ifPresent(source ->
                        CsvTable.read(source, new TreatmentRows(days, draft, findings), findings));
        files.patients()
                .ifPresent(source ->
                        CsvTable.read(source, new PatientRows(draft, findings), findings));
        Cohort cohort = draft.finish(days.kind(), wanted.instrument().id(), findings);
        return findings.any() ? findings.rejected() : new Reading.Read(cohort, findings.notes());
    }
}
