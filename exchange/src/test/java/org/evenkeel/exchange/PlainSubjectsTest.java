package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.pharmacokinetics.Parameter;
import org.evenkeel.core.pharmacokinetics.Subjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// The fast way and the strict way through a subjects file come to the same.
class PlainSubjectsTest {
    private static final String HEADER = "subject,weight_kg,cl,v1,q,v2,fm,clm,vm\n";
    private static final String ROW = "a,70,80,60,150,180,0.8,40,100\n";

    @TempDir
    Path folder;

    @Test
    void everyNumberIsTheOneTheStrictReaderFinds() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder text = new StringBuilder(HEADER);
        for (int row = 0; row < 5_000; row++) {
            text.append("S").append(row);
            for (Parameter parameter : Parameter.values()) {
                double value = parameter == Parameter.FM
                        ? random.nextDouble()
                        : Math.exp(10 * random.nextGaussian());
                String digits = String.valueOf(Math.clamp(value, 1e-9, 1e9));
                text.append(',').append(row % 3 == 0 ? shortened(digits) : digits);
            }
            text.append(row % 2 == 0 ? "\n" : "\r\n");
        }
        Path file = write(text.toString());
        PlainSubjects.Found fast = PlainSubjects.read(file).orElseThrow();
        SubjectRows strict = strictly(file);
        Subjects slow = strict.subjects();
        assertThat(fast.subjects().count()).isEqualTo(5_000);
        for (int row = 0; row < 5_000; row++) {
            assertThat(fast.keys().key(row)).isEqualTo(strict.keys().key(row));
            for (Parameter parameter : Parameter.values()) {
                assertThat(fast.subjects().value(parameter, row))
                        .isEqualTo(slow.value(parameter, row));
            }
        }
    }

    private static String shortened(String digits) {
        boolean hasExponent = digits.contains("E");
        return hasExponent || digits.length() < 6 ? digits : digits.substring(0, 6);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0
            0.1, 0.1
            .5, 0.5
            5., 5
            123456789012345678, 123456789012345678
            9007199254740993, 9007199254740992
            0.30000000000000004, 0.30000000000000004
            70.123456789012345, 70.123456789012345
            0.000000000000000123, 1.23e-16
            1e-7, 1e-7
            -2, -2
            """)
    void numbers(String text, double value) {
        assertThat(decimal(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"x", "1.2.3", "1_000", "0x10", "NaN", "Infinity", ".", "1e", "--1", "1 2"})
    void whatIsNoNumber(String text) {
        assertThat(decimal(text)).isNaN();
    }

    /// Whatever is out of the ordinary is left to the strict reader.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subject,weight_kg,cl,v1,q,v2,fm,clm                |
            subject,weight_kg,cl,v1,q,v2,fm,clm,vm,site        |
            subject,weight_kg,cl,v1,q,v2,fm,clm,vm,vm          |
            subject,weight_kg,cl,v1,q,v2,fm,clm,vm             | a,0,80,60,150,180,0.8,40,100
            subject,weight_kg,cl,v1,q,v2,fm,clm,vm             | a,70,80,60,150,180,0.8,40
            subject,weight_kg,cl,v1,q,v2,fm,clm,vm             | a,70,80,60,150,180,0.8,40,100,1
            subject,weight_kg,cl,v1,q,v2,fm,clm,vm             | ,70,80,60,150,180,0.8,40,100
            subject,weight_kg,cl,v1,q,v2,fm,clm,vm             | é,70,80,60,150,180,0.8,40,100
            subject,weight_kg,cl,v1,q,v2,fm,clm,vm             | "a",70,80,60,150,180,0.8,40,100
            """, quoteCharacter = '`')
    void whatIsNotPlain(String header, String row) throws IOException {
        assertThat(PlainSubjects.read(write(header + "\n" + (row == null ? "" : row) + "\n")))
                .isEmpty();
    }

    @Test
    void aKeyTwiceIsNotPlain() throws IOException {
        assertThat(PlainSubjects.read(write(HEADER + ROW + ROW))).isEmpty();
        assertThat(PlainSubjects.read(folder.resolve("none.csv"))).isEmpty();
        assertThat(PlainSubjects.read(write(""))).isEmpty();
    }

    @Test
    void theLastLineMayEndWithoutANewLine() throws IOException {
        String row = ROW.strip();
        assertThat(PlainSubjects.read(write(HEADER + row))
                        .orElseThrow()
                        .subjects()
                        .count())
                .isOne();
        assertThat(PlainSubjects.read(write(HEADER))).isEmpty();
    }

    private static double decimal(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return PlainDecimal.of(bytes, 0, bytes.length);
    }

    private static SubjectRows strictly(Path file) {
        Findings findings = new Findings();
        SubjectRows rows = new SubjectRows(findings);
        CsvTable.read(Source.of(file), rows, findings);
        assertThat(findings.any()).isFalse();
        return rows;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("subjects.csv"), text);
    }
}
