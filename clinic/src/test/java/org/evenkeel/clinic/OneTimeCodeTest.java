package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.identity.internal.Base32;
import org.evenkeel.clinic.identity.internal.OneTimeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class OneTimeCodeTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B, the last six of its eight digits.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theVectorsOfTheStandardHold(long second, String code) {
        Instant at = Instant.ofEpochSecond(second);

        assertThat(OneTimeCode.code(SECRET, OneTimeCode.step(at))).isEqualTo(code);
        assertThat(OneTimeCode.step(SECRET, code, at)).hasValue(OneTimeCode.step(at));
    }

    @Test
    void aClockMayBeOneStepOffAndNoMore() {
        Instant at = Instant.ofEpochSecond(1_234_567_890);
        long now = OneTimeCode.step(at);

        for (long step = now - 1; step <= now + 1; step++) {
            assertThat(OneTimeCode.step(SECRET, OneTimeCode.code(SECRET, step), at))
                    .hasValue(step);
        }
        assertThat(OneTimeCode.step(SECRET, OneTimeCode.code(SECRET, now - 2), at))
                .isEmpty();
        assertThat(OneTimeCode.step(SECRET, OneTimeCode.code(SECRET, now + 2), at))
                .isEmpty();
        assertThat(OneTimeCode.step(SECRET, "", at)).isEmpty();
    }

    /// RFC 4648, section 10.
    @ParameterizedTest
    @CsvSource({
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void lettersAreThoseOfTheStandard(String text, String letters) {
        assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(letters);
    }
}
