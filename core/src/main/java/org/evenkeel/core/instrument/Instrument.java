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
/// @param riskItem the item about self-harm, where there is one
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
        Optional<RiskItem> riskItem,
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
        requireItems(id, items, answers);
        requireBands(id, bands, minimum, maximum);
        int most = items.size();
        riskItem.filter(risk -> most > 0 && risk.number() > most).ifPresent(risk -> {
            throw new IllegalArgumentException(
                    id + " has no item " + risk.number() + ", only " + most);
        });
    }

    private static void requireItems(
            InstrumentId id, List<Item> items, List<AnswerOption> answers) {
        if (items.isEmpty() != answers.isEmpty()) {
            throw new IllegalArgumentException(
                    id + " needs both items and answers, or neither of them");
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "items of " + id + " must be numbered 1, 2, 3 and so on, got "
                                + items.get(i).number());
            }
        }
    }

    private static void requireBands(InstrumentId id, List<Band> bands, int minimum, int maximum) {
        int atLeast = minimum;
        for (Band band : bands) {
            if (band.from() < atLeast || band.from() > maximum) {
                throw new IllegalArgumentException("bands of " + id + " must ascend within "
                        + minimum + " to " + maximum + ", got " + band.from());
            }
            atLeast = band.from() + 1;
        }
        if (!bands.isEmpty() && bands.getFirst().from() != minimum) {
            throw new IllegalArgumentException("bands of " + id + " must begin at " + minimum
                    + ", got " + bands.getFirst().from());
        }
    }

    /// LOINC codes of the panel, where there is one, and of the total score.
    public record Coding(Optional<String> panel, String total) {}

    /// The item about self-harm.
    ///
    /// @param number which item, counted from 1
    /// @param from answers from here on need a clinician
    public record RiskItem(int number, Cited<Integer> from) {}

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
    /// @param partialFraction a total at or below this fraction is at least a partial response
    /// @param standardError standard error of measurement, in points
    /// @param reliableChange multiple of the standard error of a difference that chance
    ///     rarely reaches
    /// @param meaningfulChange change in points that matters to one person
    /// @param deteriorationRise a rise by this many points is a deterioration
    /// @param relapse what makes a relapse
    public record Definitions(
            Cited<Integer> unwellFrom,
            Cited<Integer> remissionBelow,
            Cited<Double> responseFraction,
            Cited<Double> partialFraction,
            Cited<Double> standardError,
            Cited<Double> reliableChange,
            Cited<Integer> meaningfulChange,
            Cited<Integer> deteriorationRise,
            Relapse relapse) {

        public Definitions {
            double response = responseFraction.value();
            double partial = partialFraction.value();
            if (!(response > 0 && response < partial && partial < 1)) {
                throw new IllegalArgumentException("fractions must satisfy 0 < response < partial "
                        + "response < 1, got " + response + " and " + partial);
            }
            if (!(standardError.value() > 0 && reliableChange.value() > 0)) {
                throw new IllegalArgumentException("the standard error and the reliable change "
                        + "must be above 0, got " + standardError.value() + " and "
                        + reliableChange.value());
            }
        }
    }

    /// What makes a relapse: a rating this high and this far above the best since induction,
    /// confirmed by a second one.
    ///
    /// @param from ratings from here on
    /// @param rise points above the best rating since induction; 0 where only the level counts
    /// @param confirmFromDays the second rating comes at least this many days later
    /// @param confirmToDays and at most this many
    public record Relapse(
            Cited<Integer> from,
            Cited<Integer> rise,
            Cited<Integer> confirmFromDays,
            Cited<Integer> confirmToDays) {

        public Relapse {
            if (confirmFromDays.value() < 1 || confirmToDays.value() < confirmFromDays.value()) {
                throw new IllegalArgumentException("days of confirmation must satisfy 1 <= from "
                        + "<= to, got " + confirmFromDays.value() + " to "
                        + confirmToDays.value());
            }
        }
    }
}
