package org.evenkeel.exchange;

import org.evenkeel.core.pharmacokinetics.Dose;
import org.evenkeel.core.pharmacokinetics.Subjects;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The three files of a simulated exposure: subjects, doses and times. What each column
/// may hold stands in docs/reference/simulate.md.
///
/// @param subjects `subject,weight_kg,cl,v1,q,v2,fm,clm,vm`
/// @param doses `hour,mgkg,dur_h`
/// @param times `time_h`
public record ExposureFiles(Path subjects, Path doses, Path times) {

    /// What came of reading the files: all of it, or nothing and the reasons.
    public sealed interface Answer {
        /// Everything was read.
        ///
        /// @param keys the subjects' keys, in the order of `subjects`
        /// @param subjects their parameters
        /// @param doses what every one of them is given
        /// @param hours the times asked for, with the digits they were written with
        /// @param notes what was left out or assumed
        record Read(
                SubjectKeys keys,
                Subjects subjects,
                List<Dose> doses,
                List<BigDecimal> hours,
                List<Note> notes)
                implements Answer {
            public Read {
                doses = List.copyOf(doses);
                hours = List.copyOf(hours);
                notes = List.copyOf(notes);
            }
        }

        /// Nothing was taken from the files.
        record Refused(Reading.Rejected why) implements Answer {}
    }

    /// Reads them; every problem of every file is told at once.
    public Answer read() {
        Findings findings = new Findings();
        TimeRows timeRows = new TimeRows(findings);
        CsvTable.read(Source.of(times), timeRows, findings);
        DoseRows doseRows = new DoseRows(findings);
        CsvTable.read(Source.of(doses), doseRows, findings);
        Optional<PlainSubjects.Found> plain = PlainSubjects.read(subjects);
        SubjectRows subjectRows = new SubjectRows(findings);
        if (plain.isEmpty()) {
            CsvTable.read(Source.of(subjects), subjectRows, findings);
        }
        if (findings.any()) {
            return new Answer.Refused(findings.rejected());
        }
        return new Answer.Read(
                plain.map(PlainSubjects.Found::keys).orElseGet(subjectRows::keys),
                plain.map(PlainSubjects.Found::subjects).orElseGet(subjectRows::subjects),
                doseRows.doses(),
                timeRows.hours(),
                findings.notes());
    }
}
