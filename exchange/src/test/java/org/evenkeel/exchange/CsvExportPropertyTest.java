package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Out and in is the same record.
class CsvExportPropertyTest {
    @Property(tries = 300)
    void outAndInIsTheSameCohort(@ForAll("cohorts") Cohort cohort) {
        CsvFiles files = new CsvFiles(
                Optional.of(Text.scores(scores(cohort, CsvExport.PLAIN))),
                Optional.of(Text.treatments(treatments(cohort, CsvExport.PLAIN))),
                Optional.empty(),
                Optional.empty());
        assertThat(Text.cohort(Text.read(files))).isEqualTo(cohort);
    }

    @Property(tries = 300)
    void noDownloadedTextStartsAFormula(@ForAll("cohorts") Cohort cohort) {
        String out = scores(cohort, CsvExport.FOR_SPREADSHEETS)
                + treatments(cohort, CsvExport.FOR_SPREADSHEETS);
        assertThat(out.lines()).noneMatch(line -> line.matches("\"?[=+@\\-\\t\\r].*"));
    }

    @Provide
    Arbitrary<Cohort> cohorts() {
        return Cohorts.any();
    }

    private static String scores(Cohort cohort, CsvExport style) {
        var out = new StringWriter();
        try {
            style.writeScores(cohort, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String treatments(Cohort cohort, CsvExport style) {
        var out = new StringWriter();
        try {
            style.writeTreatments(cohort, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
