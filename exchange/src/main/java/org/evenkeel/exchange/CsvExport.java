package org.evenkeel.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// Writes a cohort as `scores.csv` and `treatments.csv`, quoted only where RFC 4180 needs it.
///
/// A spreadsheet runs a text cell that starts with `=`, `+`, `-`, `@`, a tab or a carriage return
/// as a formula. `FOR_SPREADSHEETS` puts a `'` before such a cell; numbers stay as they are.
public enum CsvExport {
    /// Text as it is: what programs read, and what [CsvCourses] reads back unchanged.
    PLAIN,
    /// Text protected for people who open the file in a spreadsheet.
    FOR_SPREADSHEETS;

    private static final String FORMULA_STARTS = "=+-@\t\r";

    /// Writes the ratings; the answer to the self-harm item gets a column where any is known.
    public void writeScores(Cohort cohort, Writer out) throws IOException {
        boolean risk = cohort.patients().stream()
                .flatMap(patient -> patient.course().ratings().stream())
                .anyMatch(rating -> rating.riskItem().isPresent());
        CsvWriter csv = csv(out);
        var header = csv.writeRecord()
                .writeField(PatientKey.COLUMN)
                .writeField(cohort.days().column())
                .writeField(ScoreRows.INSTRUMENT)
                .writeField(ScoreRows.SCORE);
        if (risk) {
            header.writeField(ScoreRows.RISK_ITEM);
        }
        header.endRecord();
        for (PatientCourse patient : cohort.patients()) {
            for (Rating rating : patient.course().ratings()) {
                var row = csv.writeRecord()
                        .writeField(text(patient.patient()))
                        .writeField(cohort.days().print(rating.day()))
                        .writeField(text(patient.course().instrument().value()))
                        .writeField(Integer.toString(rating.score()));
                if (risk) {
                    row.writeField(
                            rating.riskItem().isPresent()
                                    ? Integer.toString(rating.riskItem().getAsInt())
                                    : "");
                }
                row.endRecord();
            }
        }
        csv.flush();
    }

    /// Writes the administrations.
    public void writeTreatments(Cohort cohort, Writer out) throws IOException {
        CsvWriter csv = csv(out);
        csv.writeRecord(
                PatientKey.COLUMN,
                cohort.days().column(),
                TreatmentRows.DRUG,
                TreatmentRows.ROUTE,
                Amount.DOSE_MGKG.column(),
                Amount.DOSE_MG.column(),
                Amount.WEIGHT_KG.column());
        for (PatientCourse patient : cohort.patients()) {
            for (Administration given : patient.course().administrations()) {
                csv.writeRecord(
                        text(patient.patient()),
                        cohort.days().print(given.day()),
                        given.drug().name().toLowerCase(Locale.ROOT),
                        given.route().name(),
                        number(given.dosePerKg().map(dose -> dose.value())),
                        number(given.dose().map(dose -> dose.value())),
                        number(given.weight().map(weight -> weight.value())));
            }
        }
        csv.flush();
    }

    private String text(String cell) {
        boolean runs = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
        return this == FOR_SPREADSHEETS && runs ? "'" + cell : cell;
    }

    private static String number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }

    private static CsvWriter csv(Writer out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }
}
