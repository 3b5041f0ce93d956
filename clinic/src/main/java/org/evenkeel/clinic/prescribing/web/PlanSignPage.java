package org.evenkeel.clinic.prescribing.web;

import org.evenkeel.clinic.prescribing.Readiness;

import java.util.List;
import java.util.UUID;

/// A plan as it is about to be signed.
///
/// @param patientId whose
/// @param name their name
/// @param title the protocol's, with id and version
/// @param replaces the course it takes the place of, in words; empty where there is none
/// @param reason why it takes another's place; empty where it does not
/// @param evidence what stands behind the protocol
/// @param unverified what nobody has checked against its source
/// @param ready what allows it and what does not
/// @param weeks the visits by week, for the picture
/// @param notes what must be read beside it
/// @param sentence what the prescriber says
/// @param signer who signs
/// @param seen digest of what is shown
/// @param problem what is wrong; empty where nothing is
public record PlanSignPage(
        UUID patientId,
        String name,
        String title,
        String replaces,
        String reason,
        String evidence,
        List<String> unverified,
        Readiness.Ready ready,
        List<Week> weeks,
        List<String> notes,
        String sentence,
        String signer,
        String seen,
        String problem) {

    /// A week with visits.
    ///
    /// @param label for example `Week 1`
    /// @param days its seven days, Monday or not: from the first visit's weekday on
    /// @param visits the visits in it
    public record Week(String label, List<Boolean> days, List<Visit> visits) {}

    /// A visit.
    ///
    /// @param day its day in words
    /// @param phase `induction`, `continuation` or `maintenance`
    /// @param dose its dose in words
    /// @param window the days it may be moved to, in words; empty where it may not
    public record Visit(String day, String phase, String dose, String window) {}
}
