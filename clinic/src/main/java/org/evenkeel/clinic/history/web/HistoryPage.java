package org.evenkeel.clinic.history.web;

import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.web.FormState;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A patient's history as shown.
///
/// @param patientId whose
/// @param name their name
/// @param today last day that may be entered, ISO
/// @param timeline trials, other treatments and ketamine on one axis
/// @param groups what stands, by kind
/// @param lists what forms choose from
/// @param correcting what is being corrected, where something is
/// @param form what was typed
public record HistoryPage(
        UUID patientId,
        String name,
        String today,
        Timeline timeline,
        List<Group> groups,
        Lists lists,
        Optional<Line> correcting,
        FormState form) {

    /// Facts of one kind.
    ///
    /// @param kind as the forms call it
    /// @param title name for people
    /// @param whole what is known of the list being whole; empty where that is no question
    /// @param lines newest first
    public record Group(String kind, String title, String whole, List<Line> lines) {}

    /// A fact.
    ///
    /// @param id of its row
    /// @param kind as the forms call it
    /// @param words the fact
    /// @param note what follows from it, such as whether a trial counts; empty for nothing
    /// @param figures those by which the note says so
    /// @param recorded who recorded it and when
    /// @param corrected why it was corrected; empty where it was not
    public record Line(
            UUID id,
            String kind,
            String words,
            String note,
            List<Figure> figures,
            String recorded,
            String corrected) {}

    /// Entries of lists to choose from.
    public record Lists(
            List<Choice> treatments,
            List<Choice> quantities,
            List<Question> questions,
            List<String> ingredients) {}

    /// An entry of a list.
    public record Choice(String value, String words) {}

    /// A question with how it was answered last.
    public record Question(String id, String words, String last) {}

    /// Whether a form of some kind is shown open: it came back, or is for a correction.
    public boolean isOpen(String kind) {
        return form.value("kind").equals(kind);
    }
}
