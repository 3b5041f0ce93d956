package org.evenkeel.exchange;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/// Text to values and back, the same for every column and format.
final class Cells {
    /// The longest text that is tried as a number.
    private static final int NUMBER_LENGTH = 32;

    /// Written out, a number whose exponent is larger would fill a page, or the memory.
    private static final int MOST_SCALE = 320;

    /// Digits that always fit an `int`.
    private static final int INTEGER_DIGITS = 9;

    private Cells() {}

    /// An integer in ASCII digits, with an optional minus.
    static OptionalInt integer(String text) {
        boolean negative = text.startsWith("-");
        int from = negative ? 1 : 0;
        if (text.length() == from || text.length() - from > INTEGER_DIGITS) {
            return OptionalInt.empty();
        }
        int value = digits(text, from, text.length());
        if (value < 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(negative ? -value : value);
    }

    /// The value of ASCII digits between two places, or -1 where something else stands there.
    static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = value * 10 + (digit - '0');
        }
        return value;
    }

    /// A decimal number with a point; an exponent is taken, infinity and NaN are not.
    static Optional<BigDecimal> decimal(String text) {
        if (text.isEmpty() || text.length() > NUMBER_LENGTH || !isPlainAscii(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text))
                    .filter(value -> Math.abs((long) value.scale()) <= MOST_SCALE)
                    .map(Cells::withoutExponent);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Keeps the digits as recorded, and writes a small round number such as 5E+1 out.
    static BigDecimal withoutExponent(BigDecimal value) {
        return value.scale() < 0 && value.scale() >= -NUMBER_LENGTH ? value.setScale(0) : value;
    }

    /// `BigDecimal` itself takes the digits of every script.
    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /// Whether text that came from a file holds what no text cell may.
    static boolean isDamaged(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDamage(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// A control character, or the mark that the decoder leaves where bytes were not UTF-8.
    static boolean isDamage(char c) {
        boolean layout = c == '\n' || c == '\r' || c == '\t';
        return c < ' ' ? !layout : (c >= 0x7f && c < 0xa0) || c == '\uFFFD';
    }

    /// At most so many characters, none of which can move a terminal's cursor.
    static String printable(String text, int length) {
        var out = new StringBuilder();
        int shown = Math.min(text.length(), length);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            boolean plain = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
            out.append(plain ? c : '\uFFFD');
        }
        return shown < text.length() ? out.append('…').toString() : out.toString();
    }
}
