package org.evenkeel.clinic.history.web;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.history.Entry;
import org.evenkeel.clinic.history.FactWords;
import org.evenkeel.clinic.history.Noted;
import org.evenkeel.clinic.history.Noted.Known;
import org.evenkeel.clinic.history.Noted.Listing;
import org.evenkeel.clinic.history.Noted.Whole;
import org.evenkeel.clinic.history.web.HistoryPage.Choice;
import org.evenkeel.clinic.history.web.HistoryPage.Group;
import org.evenkeel.clinic.history.web.HistoryPage.Line;
import org.evenkeel.clinic.history.web.HistoryPage.Lists;
import org.evenkeel.clinic.history.web.HistoryPage.Question;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.history.Vocabulary;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Turns the rows of a history into what its page shows.
final class HistoryView {
    private final EligibilityContent content;
    private final FactWords words;
    private final Counting counting;
    private final List<Entry> standing;
    private final Map<UUID, String> people;
    private final Clinic clinic;

    HistoryView(
            EligibilityContent content,
            List<Entry> standing,
            Map<UUID, String> people,
            Clinic clinic) {
        this.content = content;
        this.words = new FactWords(content.vocabulary());
        this.counting = new Counting(content);
        this.standing = standing;
        this.people = people;
        this.clinic = clinic;
    }

    List<Group> groups() {
        return List.of(
                group("diagnosis", "Diagnoses", Optional.of(Listing.DIAGNOSES)),
                group("trial", "Trials of antidepressants", Optional.of(Listing.TRIALS)),
                group("treatment", "Other treatments", Optional.empty()),
                group("medicine", "Medicines", Optional.of(Listing.MEDICINES)),
                group("quantity", "Measurements", Optional.empty()),
                group("answers", "Findings", Optional.empty()));
    }

    List<Tried> trials() {
        return facts(Tried.class).toList();
    }

    Optional<Line> line(String id) {
        return standing.stream()
                .filter(entry -> entry.id().toString().equals(id))
                .map(this::line)
                .findFirst();
    }

    private <T extends Fact> Stream<T> facts(Class<T> type) {
        return standing.stream()
                .map(Entry::what)
                .filter(Known.class::isInstance)
                .map(what -> ((Known) what).fact())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private Group group(String kind, String title, Optional<Listing> listing) {
        return new Group(
                kind,
                title,
                listing.map(this::whole).orElse(""),
                standing.stream()
                        .filter(entry -> kind(entry.what()).equals(kind))
                        .sorted(Comparator.comparing(
                                        (Entry entry) -> entry.what().on())
                                .reversed())
                        .map(this::line)
                        .toList());
    }

    private String whole(Listing listing) {
        return standing.stream()
                .map(Entry::what)
                .filter(what -> what instanceof Whole(Listing of, LocalDate _) && of == listing)
                .map(Noted::on)
                .max(LocalDate::compareTo)
                .map(on -> "Complete as of " + Words.day(on) + ".")
                .orElse("Nobody has said that this list is complete.");
    }

    private Line line(Entry entry) {
        return new Line(
                entry.id(),
                kind(entry.what()),
                entry.what() instanceof Known(Fact fact) ? words.of(fact) : "",
                entry.what() instanceof Known(Tried trial) ? counting.words(trial) : "",
                entry.what() instanceof Known(Tried trial)
                        ? counting.figures(trial.ingredient())
                        : List.of(),
                people.getOrDefault(entry.by(), "the clinic's start") + ", "
                        + Words.time(entry.at(), clinic.zone()),
                entry.correction().map(Correction::reason).orElse(""));
    }

    static String kind(Noted what) {
        return switch (what) {
            case Whole _ -> "whole";
            case Noted.Withdrawn _ -> "withdrawn";
            case Known(Fact fact) ->
                switch (fact) {
                    case Fact.Diagnosed _ -> "diagnosis";
                    case Fact.Tried _ -> "trial";
                    case Fact.Treated _ -> "treatment";
                    case Fact.Taken _ -> "medicine";
                    case Fact.Measured _ -> "quantity";
                    case Fact.Answered _ -> "answers";
                    case Fact.Scored _ -> "score";
                };
        };
    }

    Lists lists() {
        Vocabulary vocabulary = content.vocabulary();
        return new Lists(
                choices(vocabulary.treatments(), title -> title),
                choices(
                        vocabulary.quantities(),
                        each -> each.title() + " in " + FactWords.unit(each.unit())),
                vocabulary.questions().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(each ->
                                new Question(each.getKey(), each.getValue(), last(each.getKey())))
                        .toList(),
                content.adequacies().stream()
                        .flatMap(rule -> rule.doses().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private String last(String question) {
        // Of two on one day the one that the rules go by.
        return Chart.latest(
                        facts(Fact.Answered.class)
                                .filter(each -> each.question().equals(question)),
                        LocalDate.MAX)
                .map(each -> (each.yes() ? "Yes, " : "No, ") + Words.day(each.on()))
                .orElse("not asked");
    }

    private static <T> List<Choice> choices(Map<String, T> all, Function<T, String> title) {
        return all.entrySet().stream()
                .map(each -> new Choice(each.getKey(), title.apply(each.getValue())))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }
}
