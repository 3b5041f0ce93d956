package org.evenkeel.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text in the making, as bytes: for tables of millions of rows, which [Table] would take
/// minutes for.
final class ByteLines {
    /// Digits a number is written with, so that it is off by less than 5e-12 of itself.
    static final int DIGITS = 12;

    private static final int LEAST_PLAIN = -5;
    private static final long[] TENS = new long[DIGITS + 1];
    /// Powers of ten from `10^-TEN_OFFSET`, as exact as a `double` can be.
    private static final int TEN_OFFSET = 330;

    private static final double[] POWERS = new double[2 * TEN_OFFSET];
    private static final double LOG10_OF_2 = Math.log10(2);
    private static final int ROOM = 40;

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + (i - TEN_OFFSET));
        }
    }

    private byte[] bytes = new byte[1 << 16];
    private int length;

    ByteLines text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    ByteLines bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    /// A number of at least 0 with at most [#DIGITS] significant digits and no zeros at
    /// their end: plain from 0.00001 to below 10^12, else with an exponent, `1.5e-7`. What
    /// is smaller than any normal `double` is 0.
    ByteLines number(double value) {
        room(ROOM);
        if (value < Double.MIN_NORMAL) {
            bytes[length++] = '0';
            return this;
        }
        int exponent = exponent(value);
        long digits = digits(value, exponent);
        if (digits == TENS[DIGITS]) {
            digits /= 10;
            exponent++;
        }
        if (exponent < LEAST_PLAIN || exponent >= DIGITS) {
            significant(digits, 1);
            bytes[length++] = 'e';
            return text(Integer.toString(exponent));
        }
        if (exponent < 0) {
            bytes[length++] = '0';
            bytes[length++] = '.';
            for (int zero = exponent + 1; zero < 0; zero++) {
                bytes[length++] = '0';
            }
            significant(digits, 0);
        } else {
            significant(digits, exponent + 1);
        }
        return this;
    }

    /// The decimal exponent, right or one too small or large near a power of ten.
    private static int exponent(double value) {
        int guess = (int) Math.floor(Math.getExponent(value) * LOG10_OF_2);
        return value >= POWERS[guess + 1 + TEN_OFFSET] ? guess + 1 : guess;
    }

    private static long digits(double value, int exponent) {
        int power = DIGITS - 1 - exponent;
        // Two steps where one power would overflow: only below 1e-297.
        double scaled = power < 300
                ? value * POWERS[power + TEN_OFFSET]
                : value * POWERS[300 + TEN_OFFSET] * POWERS[power - 300 + TEN_OFFSET];
        return Math.round(scaled);
    }

    /// Digits with a point after so many of them, without the zeros at the end of the
    /// fraction.
    ///
    /// @param whole digits before the point; 0 where the point stands already
    private void significant(long digits, int whole) {
        long rest = digits;
        int end = DIGITS;
        while (end > Math.max(whole, 1) && rest % 10 == 0) {
            rest /= 10;
            end--;
        }
        boolean hasPoint = whole > 0 && end > whole;
        length += hasPoint ? end + 1 : end;
        int at = length;
        for (int i = end; i > 0; i--) {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
            if (hasPoint && i == whole + 1) {
                bytes[--at] = '.';
            }
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /// Writes everything and begins anew.
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
