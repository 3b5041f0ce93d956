package org.evenkeel.exchange.cql;

import org.evenkeel.core.history.Fact.Specifier;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Vocabulary;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The codes under which the facts of a patient stand in FHIR R4 resources.
///
/// Everything has a code of ours, which is the id in the content; what LOINC names has LOINC's
/// code as well, and either is read.
///
/// @param vocabulary what a chart may speak of
/// @param totals LOINC codes of the instruments' totals
public record FactCodes(Vocabulary vocabulary, Map<InstrumentId, String> totals) {
    public static final String LOINC = "http://loinc.org";
    public static final String QUANTITY = "urn:evenkeel:quantity";
    public static final String INSTRUMENT = "urn:evenkeel:instrument";
    public static final String QUESTION = "urn:evenkeel:question";
    public static final String SPECIFIER = "urn:evenkeel:specifier";
    public static final String INGREDIENT = "urn:evenkeel:ingredient";
    public static final String TREATMENT = "urn:evenkeel:treatment";
    public static final String LIST = "urn:evenkeel:list";
    public static final String FACT = "urn:evenkeel:fact";
    public static final String TRIAL = "urn:evenkeel:trial";

    public FactCodes {
        totals = Map.copyOf(totals);
    }

    /// The codes of a vocabulary and of the totals of instruments.
    public static FactCodes of(Vocabulary vocabulary, List<Instrument> instruments) {
        Map<InstrumentId, String> totals = new HashMap<>();
        for (Instrument instrument : instruments) {
            instrument.coding().ifPresent(coding -> totals.put(instrument.id(), coding.total()));
        }
        return new FactCodes(vocabulary, totals);
    }

    /// A code and its system.
    public record Coded(String system, String code) {
        /// Both in one text, as the CQL compares them.
        String joined() {
            return system + "|" + code;
        }
    }

    /// The lists of which it is known when they were whole.
    public enum Listed {
        DIAGNOSES,
        MEDICINES,
        TRIALS;

        public Coded code() {
            return new Coded(LIST, word(this));
        }
    }

    /// The codes of a measurement.
    public List<Coded> quantity(String id) {
        return with(
                new Coded(QUANTITY, id),
                Optional.ofNullable(vocabulary.quantities().get(id))
                        .flatMap(Vocabulary.Quantity::loinc));
    }

    /// The codes of an instrument's total, or of one of its items.
    public List<Coded> score(InstrumentId id, OptionalInt item) {
        return item.isPresent()
                ? List.of(new Coded(INSTRUMENT, id.value() + "#" + item.getAsInt()))
                : with(new Coded(INSTRUMENT, id.value()), Optional.ofNullable(totals.get(id)));
    }

    private static List<Coded> with(Coded own, Optional<String> loinc) {
        List<Coded> codes = new ArrayList<>(List.of(own));
        loinc.ifPresent(code -> codes.add(new Coded(LOINC, code)));
        return List.copyOf(codes);
    }

    /// The code of a specifier.
    public static Coded specifier(Specifier specifier) {
        return new Coded(SPECIFIER, word(specifier));
    }

    /// The status of FHIR's Procedure that tells how it stands with a treatment.
    public static String procedureStatus(Status status) {
        return switch (status) {
            case NEVER -> "not-done";
            case PAST -> "completed";
            case RUNNING -> "in-progress";
        };
    }

    /// The system of a diagnosis' code: in ICD-11 the second sign is a letter, in ICD-10 a digit.
    public static String icd(String code) {
        return code.length() > 1 && Character.isLetter(code.charAt(1))
                ? "http://id.who.int/icd/release/11/mms"
                : "http://hl7.org/fhir/sid/icd-10";
    }

    /// How a constant is written in a code.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
