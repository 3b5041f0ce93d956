package org.evenkeel.core.protocol;

import org.evenkeel.core.protocol.Observation.Clock;
import org.evenkeel.core.units.Cited;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a protocol says beside its dates and doses, in sentences. What was not seen in a source
/// says so itself.
public final class RegimenWords {
    private final List<String> sentences = new ArrayList<>();

    private RegimenWords() {}

    /// Later doses, intervals, observation, scales and psychotherapy, in this order.
    public static List<String> of(Protocol protocol) {
        RegimenWords words = new RegimenWords();
        protocol.dose().titration().ifPresent(later -> words.add("later doses", later.words()));
        protocol.maintenance().ifPresent(words::maintenance);
        protocol.observation().ifPresent(words::observation);
        protocol.assessments().forEach(words::assessment);
        protocol.therapy().forEach(words::therapy);
        return List.copyOf(words.sentences);
    }

    private void maintenance(Maintenance maintenance) {
        add("maintenance, if it is wanted", maintenance.basis());
        maintenance.table().ifPresent(table -> {
            int from = table.fromDay().value();
            table.rows().stream()
                    .map(IntervalTable.Row::words)
                    .distinct()
                    .forEach(row -> add("interval from day " + from + " on", row));
        });
    }

    private void observation(Observation observation) {
        String from = observation.after() == Clock.START ? "start" : "end";
        Cited<String> words = observation
                .minutes()
                .map(minutes -> "at least " + minutes + " minutes from the " + from + ", "
                        + word(observation.where()));
        add("watched", words);
    }

    private void assessment(Assessment assessment) {
        String days = assessment.days().value().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        String when = switch (assessment.anchor()) {
            case START -> "on day " + days;
            case EACH_VISIT ->
                days.equals("0") ? "at each visit" : "each visit, days after it: " + days;
            case LAST_INDUCTION -> "days after the last visit of the induction: " + days;
            case REPEATED -> "every " + days + " days";
        };
        add(assessment.instrument().value(), assessment.days().map(_ -> when));
    }

    private void therapy(TherapyBlock block) {
        Cited<String> words = block.words()
                .map(each -> block.sessions().value() + " or more of "
                        + block.minutesFrom().value() + " to "
                        + block.minutesTo().value() + " minutes; "
                        + each);
        add("psychotherapy, " + word(block.role()), words);
    }

    private void add(String what, Cited<String> words) {
        String mark = words.tag().isUnverified() ? " (unverified)" : "";
        sentences.add(what + ": " + words.value() + mark);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
