package org.evenkeel.core.pharmacokinetics;

/// Concentrations in one person, ng/mL, one for each hour that was asked for.
///
/// @param drug in plasma
/// @param metabolite in plasma; without entries where the model has none
/// @param site of the drug where it acts, which follows plasma with a delay
public record Levels(double[] drug, double[] metabolite, double[] site) {}
