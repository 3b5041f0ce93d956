package org.evenkeel.clinic.forecasting.web;

import java.util.List;

/// A patient's own record.
///
/// @param name their name
/// @param booked the next treatment booked; empty where none is
/// @param agreed what was agreed about the weeks to come, latest first
/// @param emergencies when and why somebody opened the record in an emergency, latest first
/// @param scale how to read a score
/// @param scores what they answered, latest first
/// @param given what they were given, latest first
/// @param changed what was corrected or taken back, latest first; why and by whom is not shown: it
///     may name another patient
public record OwnRecordPage(
        String name,
        String booked,
        List<String> agreed,
        List<String> emergencies,
        String scale,
        List<PatientPage.ScoreRow> scores,
        List<PatientPage.GivenRow> given,
        List<ChangedRow> changed) {}
