package org.evenkeel.exchange;

import java.util.List;

/// Patients with their courses, in order of first appearance.
///
/// @param days what a day of their courses is
/// @param patients the patients, each once
public record Cohort(DayKind days, List<PatientCourse> patients) {
    public Cohort {
        patients = List.copyOf(patients);
    }
}
