package org.evenkeel.clinic.consent;

import org.evenkeel.core.consent.Consents;

import java.util.UUID;

/// That a patient agreed, without the text itself: that is some kilobytes and judges nothing.
///
/// @param patientId who
/// @param number its place in the order of all consents
/// @param what they said
record ConsentGiven(UUID patientId, long number, Consents.Given what) {}
