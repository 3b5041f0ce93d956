package org.evenkeel.exchange.cql;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.history.Adequacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/// A CQL 1.5 library over FHIR R4 that needs no other: it reads the facts of a patient and defines
/// one expression a condition, whose value is `true`, `false` or `null`.
///
/// The day it is asked for is the parameter `AsOf`.
///
/// @param name its name: letters, digits and `_`, a letter first
/// @param version its version
/// @param codes what the facts are called
public record CqlLibrary(String name, String version, FactCodes codes) {
    private static final String FACTS = "facts.cql";

    public CqlLibrary {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "a CQL library's name has letters, digits and _, a letter first, got " + name);
        }
    }

    /// The text of a library of conditions and nothing else.
    public String text(Map<String, Condition> conditions) {
        return text(conditions, Map.of());
    }

    /// The text of the library.
    ///
    /// @param conditions by the names of their expressions, in the order they are written
    /// @param others further expressions, which may name those of conditions
    public String text(Map<String, Condition> conditions, Map<String, String> others) {
        StringBuilder text = new StringBuilder("library ")
                .append(name)
                .append(" version ")
                .append(CqlText.string(version))
                .append("\n\n")
                .append(facts());
        SequencedSet<Adequacy> adequacies = new LinkedHashSet<>();
        conditions.values().forEach(condition -> collect(condition, adequacies));
        CqlTrials trials = CqlTrials.of(adequacies);
        text.append(trials.text());
        CqlExpression expressions = new CqlExpression(codes, trials);
        conditions.forEach((define, condition) -> define(define, expressions.of(condition), text));
        others.forEach((define, expression) -> define(define, expression, text));
        return text.toString();
    }

    private static void define(String name, String expression, StringBuilder text) {
        text.append("\ndefine ")
                .append(CqlText.name(name))
                .append(":\n  ")
                .append(expression.replace("\n", "\n  "))
                .append('\n');
    }

    private static void collect(Condition condition, SequencedSet<Adequacy> found) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(part -> collect(part, found));
            case Condition.Any any -> any.parts().forEach(part -> collect(part, found));
            case Condition.Not not -> collect(not.part(), found);
            case Condition.FailedTrials failed -> found.add(failed.adequacy());
            case Condition.Age _,
                    Condition.Quantity _,
                    Condition.Score _,
                    Condition.Finding _,
                    Condition.Diagnosis _,
                    Condition.Medicine _,
                    Condition.OtherTreatment _ -> {}
        }
    }

    private static String facts() {
        try (InputStream stream = CqlLibrary.class.getResourceAsStream(FACTS)) {
            if (stream == null) {
                throw new IllegalStateException(FACTS + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
