package org.evenkeel.clinic.eligibility.web;

import org.evenkeel.clinic.eligibility.web.EligibilityPage.Verdict;
import org.evenkeel.clinic.web.FormState;

import java.util.List;
import java.util.UUID;

/// The form that signs a decision.
///
/// @param patientId whose
/// @param name their name
/// @param protocol title of the protocol
/// @param protocolId its id
/// @param verdict what follows from all rules
/// @param blocking rules that block and are not clear
/// @param review rules to look at that are not clear, in words
/// @param packs the packs asked, with versions
/// @param until first day the decision holds no more
/// @param sentence what one signs
/// @param signer who would sign: name and role
/// @param form what was typed
public record DecisionPage(
        UUID patientId,
        String name,
        String protocol,
        String protocolId,
        Verdict verdict,
        List<Blocking> blocking,
        List<String> review,
        List<String> packs,
        String until,
        String sentence,
        String signer,
        FormState form) {

    /// A rule that blocks.
    ///
    /// @param field of the reason against it
    /// @param words what it says
    /// @param open whether it is not known rather than so
    /// @param firm whether nobody may decide against it
    public record Blocking(String field, String words, boolean open, boolean firm) {}

    /// Whether treating can be signed at all.
    public boolean mayTreat() {
        return blocking.stream().noneMatch(Blocking::firm);
    }
}
