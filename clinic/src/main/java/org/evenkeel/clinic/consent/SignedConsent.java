package org.evenkeel.clinic.consent;

import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.Manner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A consent as it was signed.
///
/// @param id its id
/// @param patientId whose
/// @param manner of treatment
/// @param text id, version and language of the text
/// @param digest of the very text
/// @param content the very text, line by line
/// @param risks ids of their own risks they were told of
/// @param agreed what they chose
/// @param typedName how they wrote their name
/// @param interpreter who interpreted; empty where nobody did
/// @param way whether they signed by themselves or before a witness
/// @param at when
/// @param on the day in the clinic
/// @param tries how often the questions were answered before
/// @param number its place in the order of all consents
public record SignedConsent(
        UUID id,
        UUID patientId,
        Manner manner,
        TextName text,
        String digest,
        String content,
        Set<String> risks,
        List<Choice> agreed,
        String typedName,
        String interpreter,
        Way way,
        Instant at,
        LocalDate on,
        int tries,
        long number) {

    public SignedConsent {
        risks = Set.copyOf(risks);
        agreed = List.copyOf(agreed);
    }

    /// Which text.
    public record TextName(String id, String version, String language) {}

    /// How it was signed.
    public enum Way {
        /// signed in as themselves
        SELF,
        /// in the clinic, before a witness
        WITNESSED
    }
}
