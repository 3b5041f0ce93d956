package org.evenkeel.exchange.cql;

import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Mg;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Rules of adequate trials as CQL: whether each trial failed, in three values. A trial that one
/// clause rules out is `false` whatever else is not known of it, as [Adequacy#judge] has it.
///
/// @param names what each rule's expression is called
record CqlTrials(Map<Adequacy, String> names) {
    static CqlTrials of(SequencedSet<Adequacy> adequacies) {
        Map<Adequacy, String> names = new LinkedHashMap<>();
        for (Adequacy adequacy : adequacies) {
            String name = "Trials by " + adequacy.id();
            names.put(adequacy, names.containsValue(name) ? name + " " + names.size() : name);
        }
        return new CqlTrials(names);
    }

    String name(Adequacy adequacy) {
        String name = names.get(adequacy);
        if (name == null) {
            throw new IllegalArgumentException("no expression for " + adequacy.id());
        }
        return CqlText.name(name);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        names.keySet().forEach(adequacy -> text.append('\n').append(define(adequacy)));
        return text.toString();
    }

    private String define(Adequacy adequacy) {
        return """
                define %s:
                  "Trials" T
                    return all Tuple {
                      ingredient: T.ingredient,
                      episode: T.episode,
                      failed:
                        %s(case T.adherence
                            when 'good' then true
                            when 'poor' then false
                            else null
                          end)
                          and (case T.improvement
                            when 'none' then true
                            when 'partial' then %s
                            when 'response' then false
                            else null
                          end)
                          and T.wk >= %d
                          and T.mg >= (case T.ingredient
                %s            else null
                          end)
                    }
                """.formatted(
                        name(adequacy),
                        ofAntidepressant(adequacy),
                        adequacy.failedUpTo().value() == Improvement.PARTIAL,
                        adequacy.weeks().value(),
                        doses(adequacy));
    }

    private static String ofAntidepressant(Adequacy adequacy) {
        return adequacy.augmenting().isEmpty()
                ? ""
                : "(case when T.added and T.ingredient in "
                        + CqlText.strings(new TreeSet<>(adequacy.augmenting()))
                        + " then false else true end)\n          and ";
    }

    private static String doses(Adequacy adequacy) {
        StringBuilder text = new StringBuilder();
        Map<String, Cited<Mg>> doses = new TreeMap<>(adequacy.doses());
        doses.forEach((ingredient, least) -> text.append("            when ")
                .append(CqlText.string(ingredient))
                .append(" then ")
                .append(CqlExpression.decimal(least.value().value()))
                .append('\n'));
        return text.toString();
    }
}
