package org.evenkeel.clinic.history;

import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Vocabulary;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Facts in plain words.
///
/// @param vocabulary what quantities, questions and treatments are called
public record FactWords(Vocabulary vocabulary) {

    /// A fact with its day, for example `Body weight 70 kg, 3 Nov 2026`.
    public String of(Fact fact) {
        return what(fact) + ", " + Words.day(fact.on());
    }

    /// A fact without its day.
    public String what(Fact fact) {
        return switch (fact) {
            case Fact.Measured it ->
                quantity(it.quantity()) + " " + Words.amount(it.value()) + " " + unit(it.unit());
            case Fact.Scored it ->
                Words.instrument(it.instrument())
                        + (it.item().isPresent() ? " item " + it.item().getAsInt() : "") + ": "
                        + it.value();
            case Fact.Answered it -> question(it.question()) + " " + (it.yes() ? "Yes" : "No");
            case Fact.Diagnosed it -> diagnosis(it);
            case Fact.Taken it ->
                capital(it.ingredient())
                        + it.until().map(day -> " until " + Words.day(day)).orElse(", taken now");
            case Fact.Tried it -> trial(it);
            case Fact.Treated it -> treated(it);
        };
    }

    private static String diagnosis(Fact.Diagnosed it) {
        String specifiers = it.specifiers().stream()
                .sorted()
                .map(FactWords::lower)
                .collect(Collectors.joining(", "));
        return it.code()
                + (specifiers.isEmpty() ? "" : " (" + specifiers + ")")
                + it.until().map(day -> ", over since " + Words.day(day)).orElse("");
    }

    private static String trial(Fact.Tried it) {
        return capital(it.ingredient())
                + it.dailyMg()
                        .map(dose -> " " + Words.amount(dose) + " mg a day")
                        .orElse(", dose not known")
                + it.weeks()
                        .map(weeks -> ", " + Words.amount(weeks) + " weeks")
                        .orElse(", length not known")
                + ", " + adherence(it.adherence()) + ", " + improvement(it.improvement());
    }

    private String treated(Fact.Treated it) {
        String stands = switch (it.status()) {
            case NEVER -> "never had";
            case PAST -> "had in the past";
            case RUNNING -> "running";
        };
        boolean taken = it.status() != Fact.Status.NEVER && it.adherence() != Adherence.UNKNOWN;
        return treatment(it.treatment()) + ": " + stands
                + (taken ? ", " + adherence(it.adherence()) : "");
    }

    /// How a medicine was taken.
    public static String adherence(Adherence adherence) {
        return switch (adherence) {
            case GOOD -> "taken as prescribed";
            case POOR -> "not taken as prescribed";
            case UNKNOWN -> "adherence not known";
        };
    }

    /// What a trial did.
    public static String improvement(Improvement improvement) {
        return switch (improvement) {
            case NONE -> "no or little better";
            case PARTIAL -> "partly better";
            case RESPONSE -> "better by half or more";
            case UNKNOWN -> "outcome not known";
        };
    }

    /// What a quantity is called.
    public String quantity(String id) {
        return Optional.ofNullable(vocabulary.quantities().get(id))
                .map(Vocabulary.Quantity::title)
                .orElse(id);
    }

    /// A question as it is asked.
    public String question(String id) {
        return vocabulary.questions().getOrDefault(id, id);
    }

    /// What another treatment is called.
    public String treatment(String id) {
        return vocabulary.treatments().getOrDefault(id, id);
    }

    /// A unit as people write it; UCUM has its own ways.
    public static String unit(String ucum) {
        return switch (ucum) {
            case "mm[Hg]" -> "mmHg";
            case "{score}" -> "points";
            case "/min" -> "a minute";
            case "kg/m2" -> "kg/m²";
            case "mL/min/{1.73_m2}" -> "mL/min/1.73 m²";
            case "wk" -> "weeks";
            default -> ucum;
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
