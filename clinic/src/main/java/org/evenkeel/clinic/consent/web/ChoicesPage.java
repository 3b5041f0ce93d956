package org.evenkeel.clinic.consent.web;

import org.evenkeel.clinic.consent.TakeConsent;
import org.evenkeel.clinic.web.FormState;

/// What can be chosen.
///
/// @param base path of the record
/// @param own whether the reader is signed in as the patient
/// @param reading the text
/// @param form what was chosen so far and what is wrong
public record ChoicesPage(String base, boolean own, TakeConsent.Reading reading, FormState form) {}
