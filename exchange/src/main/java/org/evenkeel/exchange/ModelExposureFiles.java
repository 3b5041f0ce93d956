package org.evenkeel.exchange;

import org.evenkeel.core.pharmacokinetics.GivenDose;
import org.evenkeel.core.pharmacokinetics.PublishedModel;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/// The two files of a simulated exposure by a published model: doses and times. What each
/// column may hold stands in docs/reference/simulate.md.
///
/// @param doses `hour`, `mg` or `mgkg`, `route`, `dur_h`
/// @param times `time_h`
public record ModelExposureFiles(Path doses, Path times) {

    /// What came of reading the files: all of it, or nothing and the reasons.
    public sealed interface Answer {
        /// Everything was read.
        ///
        /// @param doses what is given, each allowed by the model
        /// @param hours the times asked for, with the digits they were written with
        /// @param notes what was left out or assumed
        record Read(List<GivenDose> doses, List<BigDecimal> hours, List<Note> notes)
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

    /// Reads them; every problem of both files is told at once.
    public Answer read(PublishedModel model, double weightKg) {
        Findings findings = new Findings();
        TimeRows timeRows = new TimeRows(findings);
        CsvTable.read(Source.of(times), timeRows, findings);
        RoutedDoseRows doseRows = new RoutedDoseRows(model, weightKg, findings);
        CsvTable.read(Source.of(doses), doseRows, findings);
        return findings.any()
                ? new Answer.Refused(findings.rejected())
                : new Answer.Read(doseRows.doses(), timeRows.hours(), findings.notes());
    }
}
