package org.evenkeel.core.pharmacokinetics;

/// What is measured in plasma.
public enum Analyte {
    DRUG,
    METABOLITE
}
