package org.evenkeel.exchange;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;

/// Is told what was read and where it stood, for callers that hold the rows to rules of their own
/// and have to name the row that breaks one.
///
/// What is told counts only where the reading ends well.
public interface Witness {
    /// Nobody looks; nothing about names is read.
    Witness NONE = new Witness() {
        @Override
        public boolean wantsDemographics() {
            return false;
        }

        @Override
        public void patient(String patient, Demographics demographics, Place place) {}

        @Override
        public void rating(String patient, Rating rating, Place place) {}

        @Override
        public void administration(String patient, Administration given, Place place) {}
    };

    /// Whether names, birth dates and identifiers are to be read at all.
    default boolean wantsDemographics() {
        return true;
    }

    /// A FHIR Patient; CSV files have none.
    ///
    /// @param patient the key of the patient in the cohort
    void patient(String patient, Demographics demographics, Place place);

    /// A rating, before two equal ones of a day are made one.
    void rating(String patient, Rating rating, Place place);

    /// A treatment.
    void administration(String patient, Administration given, Place place);
}
