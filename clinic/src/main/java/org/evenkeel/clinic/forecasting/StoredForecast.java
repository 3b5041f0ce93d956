package org.evenkeel.clinic.forecasting;

import org.evenkeel.core.forecast.ScoreDistribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A forecast as it was stored, shown to nobody.
///
/// @param id its id
/// @param patientId the patient
/// @param at when it was stored
/// @param asOf the last day it knew of
/// @param target the day it is for
/// @param model version of the model
/// @param prior name of the prior and a digest of its figures
/// @param inputHash digest of what went in
/// @param scores the distribution of the score on that day
/// @param minimum lowest score of the scale
/// @param place where within the step of a whole number an answer will be placed, by chance
record StoredForecast(
        UUID id,
        UUID patientId,
        Instant at,
        LocalDate asOf,
        LocalDate target,
        String model,
        String prior,
        String inputHash,
        ScoreDistribution scores,
        int minimum,
        double place) {}
