package org.evenkeel.clinic.sources.web;

import org.evenkeel.clinic.sources.web.SourcesPage.Choice;
import org.evenkeel.clinic.sources.web.SourcesPage.Dot;
import org.evenkeel.clinic.sources.web.SourcesPage.Group;
import org.evenkeel.clinic.sources.web.SourcesPage.Row;
import org.evenkeel.clinic.sources.web.SourcesPage.Tick;
import org.evenkeel.knowledge.Source;
import org.evenkeel.knowledge.Source.Design;
import org.evenkeel.knowledge.Source.Grade;
import org.evenkeel.knowledge.Source.Topic;
import org.evenkeel.knowledge.Sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Lays the sources out: a row for each design, a dot for each source, from few people to many.
final class SourcesView {
    private static final int[] TICKS = {1, 10, 100, 1_000, 10_000};
    /// Where 1 and 10,000 people stand, in percent of the width.
    private static final double FIRST = 4;

    private static final double DECADE = 22.5;
    /// Dots nearer than this, in percent of the width, stand above each other.
    private static final double NEAR = 3.5;

    private static final int STEP = 18;
    private static final int MARGIN = 14;

    private final Sources sources;

    SourcesView(Sources sources) {
        this.sources = sources;
    }

    /// What is asked for; an empty word asks for all.
    record Asked(String topic, String grade, boolean used) {}

    SourcesPage page(Asked asked) {
        List<Source> shown =
                sources.all().stream().filter(each -> fits(each, asked)).toList();
        return new SourcesPage(
                Arrays.stream(Topic.values())
                        .map(each -> choice(each, SourceWords.of(each), asked.topic()))
                        .toList(),
                Arrays.stream(Grade.values())
                        .map(each -> choice(each, SourceWords.of(each), asked.grade()))
                        .toList(),
                asked.used(),
                Arrays.stream(TICKS)
                        .mapToObj(count -> new Tick(number(count), percent(x(count))))
                        .toList(),
                Arrays.stream(Design.values())
                        .map(design -> group(design, shown))
                        .filter(group -> !group.rows().isEmpty())
                        .toList(),
                shown.size(),
                sources.all().size());
    }

    private boolean fits(Source source, Asked asked) {
        return isAsked(source.topic(), asked.topic())
                && isAsked(source.grade(), asked.grade())
                && !(asked.used() && sources.restingOn(source).isEmpty());
    }

    /// A word that is none of the choices asks for nothing.
    private static boolean isAsked(Enum<?> own, String word) {
        return word.isEmpty() || SourceWords.code(own).equals(word);
    }

    private static Choice choice(Enum<?> each, String words, String chosen) {
        String code = SourceWords.code(each);
        return new Choice(code, words, code.equals(chosen));
    }

    private Group group(Design design, List<Source> shown) {
        List<Source> own = shown.stream()
                .filter(each -> each.design() == design)
                .sorted(Comparator.comparing((Source each) -> -count(each))
                        .thenComparing(Source::title))
                .toList();
        List<Dot> dots = dots(own);
        int highest = dots.stream().mapToInt(Dot::y).max().orElse(0);
        return new Group(
                SourceWords.of(design),
                highest + MARGIN,
                dots,
                own.stream().map(this::row).toList());
    }

    static int count(Source source) {
        return source.people().map(Source.People::count).orElse(0);
    }

    /// Those with a size, each as low as the ones beside it leave room.
    static List<Dot> dots(List<Source> sources) {
        List<Dot> dots = new ArrayList<>();
        List<Double> taken = new ArrayList<>();
        for (Source source : sources) {
            if (source.people().isPresent()) {
                double x = x(count(source));
                long level = taken.stream()
                        .filter(other -> Math.abs(other - x) < NEAR)
                        .count();
                taken.add(x);
                dots.add(new Dot(
                        source.id(),
                        percent(x),
                        (int) (MARGIN + STEP * level),
                        SourceWords.code(source.grade()),
                        !source.seen().isUnverified(),
                        source.title() + ", " + people(source)));
            }
        }
        return dots;
    }

    private Row row(Source source) {
        int uses = sources.restingOn(source).size();
        return new Row(
                source.id(),
                source.title(),
                people(source),
                SourceWords.of(source.grade()),
                source.showed().getFirst().words(),
                uses == 0
                        ? "nothing here rests on it"
                        : uses + (uses == 1 ? " place" : " places") + " here rest on it");
    }

    static String people(Source source) {
        return source.people()
                .map(people -> "N = " + number(people.count())
                        + (people.tag().isUnverified() ? " (unverified)" : ""))
                .orElse("");
    }

    private static double x(int people) {
        return FIRST + DECADE * Math.log10(Math.max(1, people));
    }

    private static String percent(double x) {
        return String.format(Locale.ROOT, "%.1f%%", x);
    }

    private static String number(int count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
