package org.evenkeel.exchange;

import org.evenkeel.core.course.Course;

import java.util.Optional;

/// One patient's course as a file gave it.
///
/// @param patient the file's own key for the patient
/// @param course ratings of one instrument, and administrations
/// @param covariates what else the files say about the patient
public record PatientCourse(String patient, Course course, Optional<Covariates> covariates) {}
