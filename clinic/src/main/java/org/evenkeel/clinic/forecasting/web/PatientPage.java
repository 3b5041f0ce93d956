package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.treatment.Held;
import org.evenkeel.core.instrument.InstrumentId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A patient's page as shown.
///
/// @param id address of the page
/// @param name heading
/// @param about who they are and what they are on
/// @param alert the self-harm item, where it needs attention
/// @param held what is to be settled before the next treatment
/// @param headline what is proposed
/// @param picture what the chart draws, as JSON
/// @param slider the days one may choose, where there is a forecast
/// @param waiting what the chosen day brings
/// @param decision what may be decided
/// @param agreed what is agreed about the coming weeks
/// @param past the course as tables
/// @param unknowns what the model does not know
public record PatientPage(
        UUID id,
        String name,
        List<Fact> about,
        Optional<String> alert,
        List<Held> held,
        Headline headline,
        String picture,
        Optional<Slider> slider,
        Optional<Waiting> waiting,
        DecisionPanel decision,
        AgreementPanel agreed,
        Past past,
        List<String> unknowns) {

    /// A line of who they are.
    ///
    /// @param unverified whether no source stands behind it
    /// @param consents whether it leads to the patient's consents
    /// @param figures figures it is made of
    public record Fact(
            String label,
            String value,
            boolean unverified,
            boolean consents,
            List<Figure> figures) {
        Fact(String label, String value, boolean unverified) {
            this(label, value, unverified, false, List.of());
        }

        Fact(String label, List<Figure> figures) {
            this(label, "", false, false, figures);
        }
    }

    /// What is proposed.
    ///
    /// @param kind `book`, `withhold` or `ask`
    /// @param title in a few words
    /// @param sub the numbers behind it
    /// @param reasons why
    public record Headline(String kind, String title, String sub, List<Why> reasons) {}

    /// One reason.
    ///
    /// @param code its code
    /// @param words a sentence with its numbers
    /// @param unverified whether its limit has no source
    /// @param source where its limit comes from
    /// @param figure the same with the way to its source; empty where there is none
    public record Why(
            String code,
            String words,
            boolean unverified,
            String source,
            Optional<Figure> figure) {}

    /// Days from today one may choose.
    public record Slider(int first, int last, int chosen) {}

    /// What may be decided and what was.
    ///
    /// @param key key of this form, so that sending it twice does it once
    /// @param seen digest of what the page shows
    /// @param proposed the proposed day, ISO; empty where there is none
    /// @param proposedWords the proposed day in words
    /// @param earliest first day allowed without a reason, ISO
    /// @param latest last day allowed without a reason, ISO
    /// @param tomorrow first day that can be booked at all, ISO
    /// @param booked the day booked, in words; empty where none is
    /// @param done decisions so far, latest first
    /// @param problem what was wrong with the form sent; empty where nothing was
    /// @param day the day typed into the form sent
    /// @param reason the reason typed into the form sent
    public record DecisionPanel(
            UUID key,
            String seen,
            String proposed,
            String proposedWords,
            String earliest,
            String latest,
            String tomorrow,
            String booked,
            List<Done> done,
            String problem,
            String day,
            String reason) {}

    /// A decision taken.
    public record Done(String when, String who, String what, String reason) {}

    /// The course so far and to come, as tables.
    ///
    /// @param others answers to the instruments that nothing is forecast by
    /// @param changed what was corrected or taken back
    public record Past(
            List<ScoreRow> scores,
            List<ScoreRow> others,
            List<GivenRow> given,
            List<AheadRow> ahead,
            List<ChangedRow> changed) {}

    /// A score.
    ///
    /// @param record its row
    /// @param instrument id of what was answered
    /// @param corrected whether it stands in place of another
    public record ScoreRow(
            UUID record,
            InstrumentId instrument,
            String day,
            int value,
            String band,
            String selfHarm,
            boolean corrected) {}

    /// A treatment.
    ///
    /// @param record its row
    /// @param corrected whether it stands in place of another
    public record GivenRow(
            UUID record,
            String day,
            String drug,
            String dose,
            String minutes,
            String interval,
            boolean corrected) {}

    /// The forecast of a day.
    public record AheadRow(String day, String median, String half, String most, String unwell) {}
}
