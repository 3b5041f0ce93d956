package org.evenkeel.core.pharmacokinetics;

import java.util.Locale;

/// What a subject's model needs to know: a drug of two compartments and its metabolite of
/// one.
public enum Parameter {
    /// Body weight in kg: doses are per kilogram.
    WEIGHT_KG(1e-9, 1e9),
    /// Clearance of the drug from its central compartment, L/h.
    CL(1e-9, 1e9),
    /// Central volume of the drug, L.
    V1(1e-9, 1e9),
    /// Clearance between the two compartments of the drug, L/h; with 0 there is but one.
    Q(0, 1e9),
    /// Peripheral volume of the drug, L.
    V2(1e-9, 1e9),
    /// Share of the cleared drug that becomes the metabolite, mass for mass.
    FM(0, 1),
    /// Clearance of the metabolite, L/h.
    CLM(1e-9, 1e9),
    /// Volume of the metabolite, L.
    VM(1e-9, 1e9);

    private final double least;
    private final double most;

    Parameter(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /// The column of a subjects file.
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a value may stand for this; NaN may not.
    public boolean allows(double value) {
        return value >= least && value <= most;
    }

    /// The least value allowed.
    public double least() {
        return least;
    }

    /// The largest value allowed.
    public double most() {
        return most;
    }
}
