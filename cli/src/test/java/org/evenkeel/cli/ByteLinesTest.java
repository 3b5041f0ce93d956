package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.SplittableRandom;

class ByteLinesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "0.5, 0.5",
        "10, 10",
        "100.25, 100.25",
        "181.83451234567, 181.834512346",
        "99999999999.96, 100000000000",
        "0.00001, 0.00001",
        "0.000012345678901234, 0.0000123456789012",
        "0.00000999, 9.99e-6",
        "999999999999.9, 1e12",
        "123456789012, 123456789012",
        "1e12, 1e12",
        "1.5e-7, 1.5e-7",
        "2.2250738585072014e-308, 2.22507385851e-308",
        "1e-310, 0",
        "1.7976931348623157e308, 1.79769313486e308",
        "0.9999999999999, 1",
        "9.9999999999999e-6, 0.00001"
    })
    void numbers(double value, String written) {
        assertThat(new ByteLines().number(value).toString()).isEqualTo(written);
    }

    @Test
    void everyNumberReadsAsItWasWithinFivePartsInTenToTheTwelve() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200_000; i++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(-300, 300));
            double read = Double.parseDouble(new ByteLines().number(value).toString());
            assertThat(Math.abs(read - value)).isLessThanOrEqualTo(5.001e-12 * value);
        }
    }

    @Test
    void textGrowsAsNeeded() {
        ByteLines lines = new ByteLines();
        for (int i = 0; i < 30_000; i++) {
            lines.text("ü,").number(i).text("\n");
        }
        assertThat(lines.toString()).startsWith("ü,0\nü,1\n").endsWith("ü,29999\n");
    }
}
