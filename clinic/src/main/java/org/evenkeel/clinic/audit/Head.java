package org.evenkeel.clinic.audit;

import java.util.HexFormat;

/// The end of a clinic's chain.
///
/// @param number how many events are sealed
/// @param hash hash of the last one in hexadecimal; zeros where none is
public record Head(long number, String hash) {

    /// The end of a chain that has no link yet.
    static Head beginning() {
        return of(0, Chain.beginning());
    }

    static Head of(long number, byte[] hash) {
        return new Head(number, HexFormat.of().formatHex(hash));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }
}
