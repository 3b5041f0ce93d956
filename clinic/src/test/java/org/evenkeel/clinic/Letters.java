package org.evenkeel.clinic;

import org.evenkeel.clinic.identity.internal.OneTimeCode;

import java.math.BigInteger;

/// What a phone makes of the letters under the picture for an authenticator app.
final class Letters {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Letters() {}

    static byte[] bytes(String letters) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : letters.replace(" ", "").toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        byte[] bytes = new byte[OneTimeCode.SECRET_BYTES];
        for (int i = bytes.length - 1; i >= 0; i--) {
            bytes[i] = number.byteValue();
            number = number.shiftRight(Byte.SIZE);
        }
        return bytes;
    }
}
