package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What files that are wrong are told.
class HostileCsvTest {
    private static final Map<String, String> ALLOWED = Map.of(
            "score", "a whole number from 0 to 27",
            "day", "a whole number from -100000 to 100000",
            "instrument", "an instrument of the catalogue, as phq-9",
            "patient", "1 to 100 characters on one line",
            "drug", "one of ketamine, esketamine",
            "route", "one of iv, im, sc, in, sl, po",
            "dose_mgkg", "a number from 0.001 to 100",
            "dose_mg", "a number from 0.01 to 10000",
            "weight_kg", "a number from 1 to 700",
            "dose_mgkg or dose_mg", "a dose in one of the two");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // row                | column   | got
                "a,1,phq-9,28         | score    | 28",
                "a,1,phq-9,-1         | score    | -1",
                "a,1,phq-9,5.0        | score    | 5.0",
                "a,1,phq-9,1e999      | score    | 1e999",
                "a,1,phq-9,NaN        | score    | NaN",
                "a,1,phq-9,٣          | score    | ٣",
                "a,1,phq-9,+5         | score    | +5",
                "a,1,phq-9,4294967301 | score    | 4294967301",
                "a,1,phq-9,           | score    | nothing",
                "a,1,who-5,3          | instrument | who-5",
                "a,1.5,phq-9,3        | day      | 1.5",
                "a,20261121,phq-9,3   | day      | 20261121",
                "a,Infinity,phq-9,3   | day      | Infinity",
                "a,,phq-9,3           | day      | nothing",
                ",1,phq-9,3           | patient  | nothing",
            })
    void aScoreRow(String row, String column, String got) {
        assertThat(Text.problems(Text.readScores("patient,day,instrument,score\n" + row)))
                .containsExactly("scores.csv, line 2, " + column + ": got " + got + "; allowed is "
                        + ALLOWED.get(column));
    }

    @Test
    void theScoreOfAnotherInstrumentHasItsOwnRange() {
        assertThat(Text.problems(Text.readScores("patient,day,instrument,score\na,1,gad-7,22\n")))
                .containsExactly("scores.csv, line 2, score: got 22;"
                        + " allowed is a whole number from 0 to 21");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"a,1,3,4 | 4", "a,1 | 2"})
    void aRowWithCellsTooManyOrTooFew(String row, int cells) {
        assertThat(Text.problems(Text.readScores("patient,day,score\n" + row)))
                .containsExactly("scores.csv, line 2: got " + cells
                        + " cells; allowed is 3 cells as in the header");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-02-30",
        "2026-13-01",
        "2026-2-3",
        "20260203",
        "03/02/2026",
        "2026-W05",
        "0000-01-01",
        "1899-12-31",
        "2200-01-01",
        "+2026-01-01",
        "2026-01-01T10:00:00Z",
        "2025-02-29"
    })
    void aDateThatDoesNotExist(String date) {
        assertThat(Text.problems(Text.readScores("patient,date,score\na," + date + ",3")))
                .containsExactly("scores.csv, line 2, date: got " + date
                        + "; allowed is a date YYYY-MM-DD from 1900-01-01 to 2199-12-31");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // row                  | column    | got
                "a,1,morphine,iv,1,,    | drug      | morphine",
                "a,1,midazolam,iv,1,,   | drug      | midazolam",
                "a,1,,rectal,1,,        | route     | rectal",
                "a,1,,,1,,              | route     | nothing",
                "a,1,,iv,,,             | dose_mgkg or dose_mg | nothing",
                "a,1,,iv,0,,            | dose_mgkg | 0",
                "a,1,,iv,-0.5,,         | dose_mgkg | -0.5",
                "a,1,,iv,1e999,,        | dose_mgkg | 1e999",
                "a,1,,iv,1e999999999,,  | dose_mgkg | 1e999999999",
                "a,1,,iv,1e-999999999,, | dose_mgkg | 1e-999999999",
                "a,1,,iv,NaN,,          | dose_mgkg | NaN",
                "a,1,,iv,0x1p3,,        | dose_mgkg | 0x1p3",
                "a,1,,iv,~0,5~,,        | dose_mgkg | 0,5",
                "a,1,,iv,,35 mg,        | dose_mg   | 35 mg",
                "a,1,,iv,,35,700.1      | weight_kg | 700.1",
            })
    void aTreatmentRow(String row, String column, String got) {
        String text =
                "patient,day,drug,route,dose_mgkg,dose_mg,weight_kg\n" + row.replace('~', '"');
        assertThat(Text.problems(Text.readTreatments(text)))
                .containsExactly("treatments.csv, line 2, " + column + ": got " + got
                        + "; allowed is " + ALLOWED.get(column));
    }

    @Test
    void aHeader() {
        assertHeader(
                "patient,day",
                "score: got no such column;" + " allowed is a header with a column score");
        assertHeader(
                "day,score",
                "patient: got no such column;" + " allowed is a header with a column patient");
        assertHeader(
                "patient,score",
                "day or date: got no such column;"
                        + " allowed is a header with one of the columns day and date");
        assertHeader(
                "patient,day,date,score",
                "day or date: got both columns;"
                        + " allowed is a header with one of the columns day and date");
        assertHeader("patient,day,score,Day", "day: got this column twice; allowed is once");
        assertThat(Text.problems(Text.readScores("patient;day;score\n")))
                .containsExactly("scores.csv, line 1: got a header with other separators;"
                        + " allowed is cells parted by commas");
    }

    private static void assertHeader(String header, String problem) {
        assertThat(Text.problems(Text.readScores(header + "\n")))
                .containsExactly("scores.csv, line 1, " + problem);
    }

    @Test
    void filesThatAreNoText() {
        String allowed = "; allowed is a CSV text file in UTF-8 with a header line";
        assertThat(problems(new byte[0])).containsExactly("f.csv: got an empty file" + allowed);
        assertThat(problems(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}))
                .containsExactly("f.csv: got an empty file" + allowed);
        assertThat(problems(new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8}))
                .containsExactly("f.csv: got a spreadsheet or zip archive" + allowed);
        assertThat(problems("patient,day,score\n".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("f.csv: got bytes that are not UTF-8 text" + allowed);
        assertThat(problems(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0}))
                .containsExactly("f.csv: got bytes that are not UTF-8 text" + allowed);
    }

    @Test
    void bytesThatAreNotUtf8AreNamedByCell() {
        byte[] latin1 = "patient,day,score,note\na,1,3,ok\nb,1,3,f\u00fcnf\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(problems(latin1))
                .containsExactly("f.csv, line 3, note: got characters that are not text;"
                        + " allowed is UTF-8 text without control characters");
    }

    @Test
    void aNulByteIsNamedByCell() {
        assertThat(Text.problems(Text.readScores("patient,day,score\na,1,3\u0000\n")))
                .containsExactly("scores.csv, line 2, score: got characters that are not text;"
                        + " allowed is UTF-8 text without control characters");
    }

    @Test
    void quotesThatNeverClose() {
        assertThat(Text.problems(
                        Text.readScores("patient,day,score\n\"a,1,3\n" + "b,1,3\n".repeat(20_000))))
                .containsExactly("scores.csv, line 2: got a row with misplaced quotes, or beyond"
                        + " the limits; allowed is cells up to 100000 characters, rows up to"
                        + " 1000000, up to 1000 columns");
        assertThat(Text.problems(Text.readScores("patient,day,score\n\"a\"x,1,3\n")))
                .singleElement()
                .asString()
                .startsWith("scores.csv, line 2: got a row with misplaced quotes");
    }

    /// Whatever stands after such a quote would be missing without a word.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "patient,day,score,note;a,1,3,\"unwell;a,8,4,x;b,1,5,y       | 2",
                "patient,day,score,note;a,1,3,x;a,8,4,\"y;                   | 3",
                "patient,day,score,note;a,1,3,x;a,8,4,\"                     | 3",
                "patient,day,score;\"                                       | 2",
                "patient,day,score,\"note;a,1,3,x                            | 1",
                "\"                                                         | 1",
            })
    void aQuoteThatNeverCloses(String lines, int line) {
        for (String newline : List.of("\n", "\r\n", "\r")) {
            assertThat(Text.problems(Text.readScores(lines.replace(";", newline))))
                    .containsExactly("scores.csv, line " + line + ": got a quote that never"
                            + " closes; allowed is a quote at the end of every cell that begins"
                            + " with one");
        }
    }

    @Test
    void aQuoteThatClosesWithTheFile() {
        for (String end : List.of("", "\n", "\r\n", "\n\n")) {
            String text = "patient,day,score,note\na,1,3,\"first\nline, \"\"x\"\"\"" + end;
            assertThat(Text.print(Text.cohort(Text.readScores(text)))).isEqualTo("a 1:3\n");
        }
        assertThat(Text.notes(Text.readScores("patient,day,score\n")))
                .containsExactly("scores.csv: no rows after the header");
    }

    /// The mark that the reader itself puts at the end is nothing special in a file.
    @Test
    void theMarkOfTheEndInAFile() {
        assertThat(Text.print(
                        Text.cohort(Text.readScores("patient,day,score\n\uFFFF,1,3\nb,1,4\n"))))
                .isEqualTo("\uFFFF 1:3\nb 1:4\n");
        assertThat(Text.problems(Text.readScores("patient,day,score\n\uFFFF\nb,1,4\n")))
                .containsExactly("scores.csv, line 2: got 1 cells; allowed is 3 cells as in the"
                        + " header");
    }

    @Test
    void cellsAndRowsBeyondTheLimits() {
        assertThat(Text.problems(
                        Text.readScores("patient,day,score\n" + "a".repeat(5_000_000) + ",1,3\n")))
                .singleElement()
                .asString()
                .contains("line 2", "beyond the limits");
        assertThat(Text.problems(Text.readScores("a,".repeat(2_000) + "\n")))
                .singleElement()
                .asString()
                .contains("line 1", "up to 1000 columns");
        assertThat(Text.problems(Text.readScores("patient,day,score\n" + "a".repeat(101) + ",1,3")))
                .containsExactly("scores.csv, line 2, patient: got 101 characters;"
                        + " allowed is 1 to 100 characters on one line");
    }

    @Test
    void twoScoresOnADayNameBothLinesAndNotThePatient() {
        assertThat(Text.problems(Text.readScores("""
                        patient,date,score
                        Jane Doe,2026-01-02,10
                        Jane Doe,2026-01-09,9
                        Jane Doe,2026-01-02,11
                        """)))
                .containsExactly("scores.csv, line 4, score: got 11; allowed is one score a day,"
                        + " and line 2 of scores.csv has 10 on date 2026-01-02");
    }

    @Test
    void filesOfOneCallHaveOneKindOfDay() {
        assertThat(Text.problems(Text.read(CsvFiles.of(
                        Text.scores("patient,day,score\na,1,10\n"),
                        Optional.of(Text.treatments(
                                "patient,date,route,dose_mgkg\na,2026-01-01,iv,0.5\n"))))))
                .containsExactly("treatments.csv, line 1, date: got the column date;"
                        + " allowed is the column day as in the other files");
    }

    @Test
    void allProblemsOfAllFilesComeAtOnce() {
        assertThat(Text.problems(Text.read(CsvFiles.of(
                        Text.scores("patient,day,score\n,x,99\na,1,3\na,1,4\n"),
                        Optional.of(Text.treatments("patient,day,route\na,1,iv\n"))))))
                .extracting(words -> words.substring(0, words.indexOf(": got")))
                .containsExactly(
                        "scores.csv, line 2, patient",
                        "scores.csv, line 2, day",
                        "scores.csv, line 2, score",
                        "treatments.csv, line 1, dose_mgkg or dose_mg",
                        "scores.csv, line 4, score");
    }

    @Test
    void twentyProblemsAreShownAndTheRestCounted() {
        assertThat(Text.problems(Text.readScores("patient,day,score\n" + "a,1,99\n".repeat(33))))
                .hasSize(21)
                .last()
                .isEqualTo("and 13 more");
        assertThat(Text.problems(
                        Text.readScores("patient,day,score\n" + "a,1,99\n".repeat(50_000))))
                .hasSize(21)
                .last()
                .isEqualTo("and 980 more; reading stopped there");
    }

    @Test
    void aValueCannotMoveTheTerminalOrFillIt() {
        assertThat(Text.problems(Text.readScores(
                        "patient,day,score\na,1,\"9\n\u202e" + "9".repeat(500) + "\"\n")))
                .singleElement()
                .asString()
                .hasSizeLessThan(160)
                .doesNotContain("\n", "\u202e");
    }

    @Test
    void aFileThatIsNotThereOrIsAFolder(@TempDir Path folder) {
        Path absent = folder.resolve("absent.csv");
        assertThat(Text.problems(Text.read(CsvFiles.of(Source.of(absent), Optional.empty()))))
                .containsExactly(absent + ": got no such file; allowed is a file");
        assertThat(Text.problems(Text.read(CsvFiles.of(Source.of(folder), Optional.empty()))))
                .containsExactly(folder + ": got a folder; allowed is a file");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sex        | x    | female, male, other, unknown or empty",
                "birth_year | 80   | a whole number from 1880 to 2199 or empty",
                "weight_kg  | 0    | a number from 1 to 700",
                "height_cm  | 1.71 | a number from 30 to 300",
                "benzodiazepine | y | yes, no or empty",
                "failed_trials | -1 | a whole number from 0 to 99 or empty",
            })
    void aPatientRow(String column, String value, String allowed) {
        CsvFiles files = CsvFiles.of(Text.scores("patient,day,score\na,1,3"), Optional.empty())
                .withPatients(Text.source("p.csv", "patient," + column + "\na," + value + "\n"));
        assertThat(Text.problems(Text.read(files)))
                .containsExactly(
                        "p.csv, line 2, " + column + ": got " + value + "; allowed is " + allowed);
    }

    @Test
    void aSecondRowOfAPatientMustSayTheSame() {
        CsvFiles files = CsvFiles.of(Text.scores("patient,day,score\na,1,3"), Optional.empty())
                .withPatients(Text.source("p.csv", "patient,sex\na,f\na,FEMALE\na,m\n"));
        assertThat(Text.problems(Text.read(files)))
                .containsExactly("p.csv, line 4, patient: got a second row for a patient;"
                        + " allowed is one row a patient, line 2 of p.csv");
    }

    private static List<String> problems(byte[] bytes) {
        return Text.problems(Text.read(CsvFiles.of(Text.source("f.csv", bytes), Optional.empty())));
    }
}
