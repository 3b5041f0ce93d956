package org.evenkeel.clinic.consent.web;

import org.evenkeel.clinic.signature.SignatureView;

import java.util.List;

/// A signed consent, to read again or to print.
///
/// @param base path of the record
/// @param own whether the reader is the patient
/// @param name the patient's name
/// @param about facts: when, in which way, what was chosen
/// @param lines the very text that was signed, line by line
/// @param digest its SHA-256
/// @param signatures who signed
public record PaperPage(
        String base,
        boolean own,
        String name,
        List<String> about,
        List<String> lines,
        String digest,
        List<SignatureView> signatures) {}
