package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.core.forecast.Prior;

/// What a prior is called where forecasts say by which one they were made.
final class PriorName {
    private static final int DIGITS = 12;

    private PriorName() {}

    /// Its id and a digest of all its figures: a changed one is another.
    static String of(Prior prior) {
        return prior.id() + " " + Sha256.hex(prior.toString()).substring(0, DIGITS);
    }
}
