package org.evenkeel.core.protocol;

/// Route of administration.
public enum Route {
    /// intravenous
    IV,
    /// intramuscular
    IM,
    /// subcutaneous
    SC,
    /// intranasal
    IN,
    /// sublingual
    SL,
    /// by mouth
    PO
}
