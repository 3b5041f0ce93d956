package org.evenkeel.exchange.cql;

import org.evenkeel.core.condition.Comparison;
import org.evenkeel.core.condition.Condition;
import org.evenkeel.exchange.cql.FactCodes.Coded;
import org.evenkeel.exchange.cql.FactCodes.Listed;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One condition as a CQL expression.
///
/// @param codes what the facts are called
/// @param trials the rules of adequate trials that the library has
record CqlExpression(FactCodes codes, CqlTrials trials) {

    String of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> joined(all.parts(), "and");
            case Condition.Any any -> joined(any.parts(), "or");
            case Condition.Not not -> "not (" + of(not.part()) + ")";
            case Condition.Age age ->
                "\"Age\" " + sign(age.is()) + " " + age.years().value();
            case Condition.Quantity asked ->
                "\"Number\"(%s, %s, %d) %s %s"
                        .formatted(
                                list(codes.quantity(asked.quantity())),
                                CqlText.string(asked.unit()),
                                asked.within().value(),
                                sign(asked.is()),
                                decimal(asked.limit().value()));
            case Condition.Score asked ->
                "\"Total\"(%s, %d) %s %d"
                        .formatted(
                                list(codes.score(asked.instrument(), asked.item())),
                                asked.within().value(),
                                sign(asked.is()),
                                asked.limit().value());
            case Condition.Finding asked -> finding(asked);
            case Condition.Diagnosis asked -> diagnosis(asked);
            case Condition.Medicine asked ->
                "\"Medicine\"(%s, %d, %d)"
                        .formatted(
                                CqlText.strings(new TreeSet<>(asked.ingredients())),
                                asked.since().value(),
                                asked.within().value());
            case Condition.FailedTrials asked -> failedTrials(asked);
            case Condition.OtherTreatment asked ->
                "\"TreatmentIs\"(%s, %s)"
                        .formatted(
                                CqlText.string(
                                        new Coded(FactCodes.TREATMENT, asked.treatment()).joined()),
                                CqlText.strings(new TreeSet<>(asked.statuses().stream()
                                        .map(FactCodes::procedureStatus)
                                        .toList())));
        };
    }

    private String joined(List<Condition> parts, String word) {
        return parts.stream()
                .map(part -> "(" + of(part).replace("\n", "\n  ") + ")")
                .collect(Collectors.joining("\n  " + word + " "));
    }

    private static String finding(Condition.Finding asked) {
        String code = list(List.of(new Coded(FactCodes.QUESTION, asked.question())));
        return asked.within()
                .map(within -> "\"YesWithin\"(" + code + ", " + within.value() + ")")
                .orElse("\"Yes\"(" + code + ")");
    }

    private static String diagnosis(Condition.Diagnosis asked) {
        String begins = new TreeSet<>(asked.codes())
                .stream()
                        .map(code -> "StartsWith(C, " + CqlText.string(code) + ")")
                        .collect(Collectors.joining(" or "));
        String specified = new TreeSet<>(asked.specifiers())
                .stream()
                        .map(each -> "\n      and "
                                + CqlText.string(FactCodes.word(each))
                                + " in D.specifiers")
                        .collect(Collectors.joining());
        return """
                if "Taken"(%s)
                  then exists (
                    %s D
                      where exists (D.codes C where %s)%s
                  )
                  else null""".formatted(
                        listed(Listed.DIAGNOSES),
                        CqlText.name(asked.ever() ? "Diagnoses ever" : "Diagnoses"),
                        begins,
                        specified);
    }

    private String failedTrials(Condition.FailedTrials asked) {
        String episode = asked.episode() ? "T.episode and " : "";
        String counted = "Count(distinct (" + trials.name(asked.adequacy()) + " T where " + episode
                + "%s return all T.ingredient)) >= " + asked.atLeast().value();
        return """
                if "Taken"(%s)
                  then
                    if %s
                      then true
                      else if %s
                        then null
                        else false
                  else null""".formatted(
                        listed(Listed.TRIALS),
                        counted.formatted("T.failed is true"),
                        counted.formatted("T.failed is not false"));
    }

    private static String listed(Listed list) {
        return CqlText.string(list.code().joined());
    }

    private static String list(List<Coded> codes) {
        return CqlText.strings(codes.stream().map(Coded::joined).toList());
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case ABOVE -> ">";
            case AT_LEAST -> ">=";
            case AT_MOST -> "<=";
            case BELOW -> "<";
        };
    }

    /// A decimal is written with a point, so that CQL does not take it for a whole number.
    static String decimal(BigDecimal value) {
        String plain = value.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
}
