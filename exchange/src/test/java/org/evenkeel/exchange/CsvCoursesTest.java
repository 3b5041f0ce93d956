package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.units.Sex;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What well-formed files mean.
class CsvCoursesTest {
    @Test
    void columnsInAnyOrderAndDaysOutOfOrder() {
        Reading reading = Text.readScores("""
                score,patient,day
                12,b,14
                18,b,-7
                9,a,0
                """);
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("""
                b -7:18 14:12
                a 0:9
                """);
        assertThat(Text.notes(reading)).isEmpty();
    }

    @Test
    void patientsWithScoresComeFirstThenThoseWithTreatmentsAlone() {
        Reading reading = Text.read(CsvFiles.of(
                Text.scores("patient,date,score\nz,2026-01-05,20\na,2026-01-05,3\n"),
                Optional.of(Text.treatments("""
                        patient,date,drug,route,dose_mgkg,dose_mg,weight_kg
                        new,2026-01-06,Esketamine,in,,84,
                        z,2026-01-07,KETAMINE,Iv,0.5,,
                        a,2026-01-06,,im,,35.0,70
                        """))));
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("""
                z 2026-01-05:20 2026-01-07:KETAMINE:IV 0.5mg/kg
                a 2026-01-05:3 2026-01-06:KETAMINE:IM 0.5mg/kg 35.0mg 70kg
                new 2026-01-06:ESKETAMINE:IN 84mg
                """);
    }

    @Test
    void byteOrderMarkCarriageReturnsQuotesAndBlankLines() {
        Reading reading = Text.readScores("\uFEFF\"patient\",\"day\",\"score\",note\r\n"
                + "\"Müller, \"\"Jo\"\"\",1,\"7\",\"two\r\nlines\"\r\n\r\n b ,2, 8 ,\r\n");
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("Müller, \"Jo\" 1:7\nb 2:8\n");
        assertThat(Text.notes(reading)).containsExactly("scores.csv: columns not used: note");
    }

    @Test
    void otherInstrumentsAreLeftOutWithOneNoteEachAndTheirPatientStays() {
        Reading reading = Text.readScores("""
                patient,day,instrument,score
                a,1,PHQ-9,10
                a,1,gad-7,21
                b,1,GAD-7,4
                b,1,madrs,60
                c,1,,5
                """);
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a 1:10\nb\nc 1:5\n");
        assertThat(Text.notes(reading))
                .containsExactly(
                        "scores.csv: rows of gad-7 left out, phq-9 was asked for: 2",
                        "scores.csv: rows of madrs left out, phq-9 was asked for: 1");
    }

    @Test
    void anIdenticalSecondScoreCountsOnceAndKeepsTheGraverRiskItem() {
        Reading reading = Text.readScores("""
                patient,day,score,risk_item
                a,1,10,
                a,1,10,2
                a,1,10,1
                """);
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a 1:10!2\n");
    }

    @Test
    void severalTreatmentsOnADayAreAllKept() {
        Reading reading = Text.readTreatments("""
                patient,day,route,dose_mgkg
                a,1,sl,1
                a,1,sl,1
                """);
        assertThat(Text.print(Text.cohort(reading)))
                .isEqualTo("a 1:KETAMINE:SL 1mg/kg 1:KETAMINE:SL 1mg/kg\n");
    }

    @Test
    void aDosePerKgThatContradictsTheOthersIsNoted() {
        Reading reading = Text.readTreatments("""
                patient,day,route,dose_mgkg,dose_mg,weight_kg
                a,1,iv,0.5,35,72
                a,8,iv,0.5,35,140
                """);
        assertThat(Text.notes(reading))
                .containsExactly("treatments.csv: rows whose dose_mgkg is more than 10 % off"
                        + " dose_mg / weight_kg, dose_mgkg is used: 1");
    }

    @Test
    void aHeaderAloneIsACohortOfNobody() {
        Reading reading = Text.readScores("patient,day,score");
        assertThat(Text.cohort(reading).patients()).isEmpty();
        assertThat(Text.notes(reading)).containsExactly("scores.csv: no rows after the header");
    }

    @Test
    void whatPatientsCsvSays() {
        CsvFiles files = CsvFiles.of(
                        Text.scores("patient,day,score\na,1,10\nb,1,10\n"), Optional.empty())
                .withPatients(Text.source("patients.csv", """
                        sex,patient,birth_year,weight_kg,height_cm,antidepressant,failed_trials,eye
                        F,a,1980,70.5,171,Yes,3,blue
                        ,b,,,,,,
                        female,stranger,,,,,,
                        """));
        Reading reading = Text.read(files);
        Covariates a = Text.cohort(reading).patients().getFirst().covariates().orElseThrow();
        assertThat(a.sex()).hasValue(Sex.FEMALE);
        assertThat(a.birthYear()).hasValue(1980);
        assertThat(a.weight().orElseThrow().value()).isEqualByComparingTo("70.5");
        assertThat(a.antidepressant()).hasValue(true);
        assertThat(a.psychotherapy()).isEmpty();
        assertThat(a.failedTrials()).hasValue(3);
        assertThat(Text.notes(reading))
                .containsExactly(
                        "patients.csv: columns not used: eye",
                        "patients.csv: patients without scores and treatments left out: 1");
    }

    @Test
    void plannedTreatmentsFollowTheKindOfDayOfTheOtherFiles() {
        CsvFiles planned = CsvFiles.treatments(
                Text.source("planned.csv", "patient,day,route,dose_mgkg\na,1,iv,0.5\n"),
                DayKind.CALENDAR_DATE);
        assertThat(Text.problems(Text.read(planned)))
                .containsExactly("planned.csv, line 1, day: got the column day;"
                        + " allowed is the column date as in the other files");
    }

    @Test
    void anUploadIsRefusedAboveItsLimit() {
        byte[] bytes = "patient,day,score\na,1,10\n".getBytes(StandardCharsets.UTF_8);
        Source tight = Source.of("up.csv", new java.io.ByteArrayInputStream(bytes), bytes.length);
        Source tooTight =
                Source.of("up.csv", new java.io.ByteArrayInputStream(bytes), bytes.length - 1);
        assertThat(Text.print(Text.cohort(Text.read(CsvFiles.of(tight, Optional.empty())))))
                .isEqualTo("a 1:10\n");
        assertThat(Text.problems(Text.read(CsvFiles.of(tooTight, Optional.empty()))))
                .containsExactly("up.csv: got more; allowed is a file of at most 24 bytes");
    }
}
