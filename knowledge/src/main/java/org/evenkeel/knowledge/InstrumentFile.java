package org.evenkeel.knowledge;

import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Instrument.AnswerOption;
import org.evenkeel.core.instrument.Instrument.Band;
import org.evenkeel.core.instrument.Instrument.Coding;
import org.evenkeel.core.instrument.Instrument.Definitions;
import org.evenkeel.core.instrument.Instrument.Item;
import org.evenkeel.core.instrument.Instrument.Relapse;
import org.evenkeel.core.instrument.Instrument.RiskItem;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How an instrument stands in its file.
final class InstrumentFile {
    private static final String POINTS = "{score}";
    private static final String RATIO = "1";

    private InstrumentFile() {}

    static Instrument read(Section file) throws Unreadable {
        Kind.INSTRUMENT.require(file);
        List<String> sources = file.sources("sources");
        String id = file.text("id");
        String version = file.text("version");
        String title = file.text("title");
        String licence = file.text("licence");
        Cited<Integer> minimum = file.whole("minimum", POINTS);
        Cited<Integer> maximum = file.whole("maximum", POINTS);
        Optional<Coding> coding = file.has("loinc")
                ? file.section("loinc", InstrumentFile::coding)
                : Optional.empty();
        List<Item> items = file.has("items")
                ? file.section("items", InstrumentFile::items).orElse(List.of())
                : List.of();
        List<AnswerOption> answers = file.has("answers")
                ? file.section("answers", InstrumentFile::answers).orElse(List.of())
                : List.of();
        Cited<Integer> missing = file.whole("missingItemsAllowed", RATIO);
        Optional<RiskItem> risk = file.has("riskItem")
                ? file.section("riskItem", InstrumentFile::riskItem)
                : Optional.empty();
        Optional<Definitions> definitions =
                file.section("definitions", InstrumentFile::definitions);
        List<Band> bands =
                file.has("bands") ? file.sections("bands", InstrumentFile::band) : List.of();
        file.end();
        return new Instrument(
                new InstrumentId(id),
                version,
                title,
                minimum.value(),
                maximum.value(),
                coding,
                items,
                answers,
                missing,
                risk,
                definitions.orElseThrow(),
                bands,
                licence,
                sources);
    }

    private static Coding coding(Section loinc) throws Unreadable {
        Optional<String> panel =
                loinc.has("panel") ? Optional.of(loinc.text("panel")) : Optional.empty();
        return loinc.cited(new Coding(panel, loinc.text("total"))).value();
    }

    private static List<Item> items(Section items) throws Unreadable {
        List<Item> unnumbered = items.sections("list", item -> {
            Item read = new Item(0, item.text("code"), item.text("display"));
            item.end();
            return read;
        });
        List<Item> numbered = new ArrayList<>();
        for (Item item : unnumbered) {
            numbered.add(new Item(numbered.size() + 1, item.code(), item.display()));
        }
        return items.<List<Item>>cited(numbered).value();
    }

    private static List<AnswerOption> answers(Section answers) throws Unreadable {
        List<AnswerOption> options = answers.sections("list", option -> {
            AnswerOption read = new AnswerOption(
                    option.integer("value"), option.text("code"), option.text("display"));
            option.end();
            return read;
        });
        return answers.cited(POINTS, options).value();
    }

    private static RiskItem riskItem(Section risk) throws Unreadable {
        int number = risk.integer("number");
        Cited<Integer> from = risk.whole("from", POINTS);
        risk.end();
        return new RiskItem(number, from);
    }

    private static Band band(Section band) throws Unreadable {
        String name = band.text("name");
        return new Band(band.cited(POINTS, band.integer("from")).value(), name);
    }

    private static Definitions definitions(Section definitions) throws Unreadable {
        Cited<Integer> unwellFrom = definitions.whole("unwellFrom", POINTS);
        Cited<Integer> remissionBelow = definitions.whole("remissionBelow", POINTS);
        Cited<Double> responseFraction = definitions.number("responseFraction", RATIO);
        Cited<Double> partialFraction = definitions.number("partialFraction", RATIO);
        Cited<Double> standardError = definitions.number("standardError", POINTS);
        Cited<Double> reliableChange = definitions.number("reliableChange", RATIO);
        Cited<Integer> meaningfulChange = definitions.whole("meaningfulChange", POINTS);
        Cited<Integer> deteriorationRise = definitions.whole("deteriorationRise", POINTS);
        Optional<Relapse> relapse = definitions.section("relapse", InstrumentFile::relapse);
        definitions.end();
        return new Definitions(
                unwellFrom,
                remissionBelow,
                responseFraction,
                partialFraction,
                standardError,
                reliableChange,
                meaningfulChange,
                deteriorationRise,
                relapse.orElseThrow());
    }

    private static Relapse relapse(Section relapse) throws Unreadable {
        Cited<Integer> from = relapse.whole("from", POINTS);
        Cited<Integer> rise = relapse.whole("rise", POINTS);
        Cited<Integer> confirmFrom = relapse.whole("confirmFrom", "d");
        Cited<Integer> confirmTo = relapse.whole("confirmTo", "d");
        relapse.end();
        return new Relapse(from, rise, confirmFrom, confirmTo);
    }
}
