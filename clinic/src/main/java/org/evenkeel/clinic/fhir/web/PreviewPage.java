package org.evenkeel.clinic.fhir.web;

import org.evenkeel.clinic.fhir.Preview;
import org.evenkeel.clinic.fhir.Problems;
import org.evenkeel.clinic.fhir.Tally;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.Note;

import java.util.List;
import java.util.UUID;

/// What a file holds, before it is saved.
///
/// @param id its id
/// @param tally how much it brings
/// @param rows its first patients
/// @param moreRows how many patients are not among them
/// @param selfHarm new scores with an answer above 0 to the self-harm item
/// @param notes what the reader left out or assumed
/// @param problems why it cannot be saved
/// @param canBeSaved whether the button is there
/// @param protocols what new patients can be put on
public record PreviewPage(
        UUID id,
        Tally tally,
        List<Row> rows,
        int moreRows,
        int selfHarm,
        List<String> notes,
        Problems problems,
        boolean canBeSaved,
        List<Choice> protocols) {
    private static final int ROWS = 200;

    /// One patient.
    public record Row(
            String name, String key, boolean isHere, Tally.Pair scores, Tally.Pair treatments) {}

    /// A protocol to choose.
    public record Choice(String id, String words, boolean chosen) {}

    static PreviewPage of(Preview preview, List<Protocol> protocols) {
        return new PreviewPage(
                preview.id(),
                preview.tally(),
                preview.people().stream().limit(ROWS).map(PreviewPage::row).toList(),
                Math.max(0, preview.people().size() - ROWS),
                preview.selfHarm(),
                preview.notes().stream().map(Note::words).toList(),
                preview.problems(),
                preview.canBeSaved(),
                protocols.stream()
                        .map(protocol -> new Choice(
                                protocol.id().value(),
                                protocol.title(),
                                protocol.id().value().equals(preview.protocol())))
                        .toList());
    }

    private static Row row(Preview.Someone someone) {
        return new Row(
                someone.name().full(),
                someone.key(),
                someone.isHere(),
                someone.scores(),
                someone.treatments());
    }
}
