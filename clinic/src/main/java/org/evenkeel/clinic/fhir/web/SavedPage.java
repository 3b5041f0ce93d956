package org.evenkeel.clinic.fhir.web;

import org.evenkeel.clinic.fhir.Tally;

/// What was saved.
public record SavedPage(Tally tally) {}
