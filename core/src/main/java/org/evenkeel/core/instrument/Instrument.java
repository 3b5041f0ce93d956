package org.evenkeel.core.instrument;

import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.Optional;

/// A questionnaire or rating scale whose higher scores mean worse.
///
/// @param id its id
/// @param version version of the content file
/// @param title name for people
/// @param minimum lowest possible total
/// @param maximum highest possible total
/// @param coding LOINC codes of the panel and its total, where they exist
/// @param items the questions in order; empty where the licence does not let us ship them
/// @param answers the answer options every item shares; empty with no items
/// @param missingItemsAllowed how many unanswered items may be filled by the mean of the others
/// @param riskItem number (from 1) of the item about self-harm, where there is one
/// @param definitions the thresholds everything else reads
/// @param bands severity bands, ascending, without gaps
/// @param licence what its wording allows
/// @param sources citations
public record Instrument(
        InstrumentId id,
        String version,
        String title,
        int minimum,
        int maximum,
        Optional<Coding> coding,
        List<Item> items,
        List<AnswerOption> answers,
        Cited<Integer> missingItemsAllowed,
        Optional<Integer> riskItem,
        Definitions definitions,
        List<Band> bands,
        String licence,
        List<String> sources) {

    public Instrument {
        if (minimum >= maximum) {
            throw new IllegalArgumentException(
                    "range of " + id + " must rise, got " + minimum + " to " + maximum);
        }
        items = List.copyOf(items);
        answers = List.copyOf(answers);
        bands = List.copyOf(bands);
        sources = List.copyOf(sources);
    }

    /// LOINC codes of the panel and of its total score.
    public record Coding(String panel, String total) {}

    /// One question. `number` counts from 1; `code` is its LOINC code, `display` the LOINC name.
    public record Item(int number, String code, String display) {}

    /// One answer. `code` is its LOINC answer code.
    public record AnswerOption(int value, String code, String display) {}

    /// A severity band: totals from `from` up to the next band.
    public record Band(int from, String name) {}

    /// The thresholds that say what a score means.
    ///
    /// @param unwellFrom totals from here on count as unwell
    /// @param remissionBelow totals below this are remission
    /// @param responseFraction a total at or below this fraction of baseline is a response
    /// @param standardError standard error of measurement, in points
    /// @param meaningfulChange change in points that matters to one person
    /// @param relapseRise points above the best value since induction that make a relapse
    /// @param relapseConfirmDays days within which a second rating must confirm a relapse
    public record Definitions(
            Cited<Integer> unwellFrom,
            Cited<Integer> remissionBelow,
            Cited<Double> responseFraction,
            Cited<Double> standardError,
            Cited<Integer> meaningfulChange,
            Cited<Integer> relapseRise,
            Cited<Integer> relapseConfirmDays) {}
}
