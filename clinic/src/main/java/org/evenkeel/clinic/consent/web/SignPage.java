package org.evenkeel.clinic.consent.web;

import java.util.List;

/// What is about to be signed.
///
/// @param base path of the record
/// @param own whether the patient signs for themselves
/// @param name the patient's name
/// @param manner drug, route and label status in words
/// @param choices what was chosen, in sentences
/// @param typedName how the patient wrote their name
/// @param interpreter who interpreted; empty where nobody did
/// @param sentence what the signer says
/// @param signer who signs
/// @param seen id of these choices
/// @param problem what is wrong; empty where nothing is
public record SignPage(
        String base,
        boolean own,
        String name,
        String manner,
        List<String> choices,
        String typedName,
        String interpreter,
        String sentence,
        String signer,
        String seen,
        String problem) {}
