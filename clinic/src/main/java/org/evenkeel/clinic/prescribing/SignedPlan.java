package org.evenkeel.clinic.prescribing;

import java.time.Instant;

/// A plan as it was signed.
///
/// @param draft what it was signed from
/// @param version the protocol's version then
/// @param digest of all that was shown and signed; the protocol is one part of it
/// @param firstDose the first dose, in words
/// @param visits every visit, one a line
/// @param name the prescriber's printed name
/// @param at when
public record SignedPlan(
        PlanDraft draft,
        String version,
        String digest,
        String firstDose,
        String visits,
        String name,
        Instant at) {}
