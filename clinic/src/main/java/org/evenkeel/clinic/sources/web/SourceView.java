package org.evenkeel.clinic.sources.web;

import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.sources.web.SourcePage.Dispute;
import org.evenkeel.clinic.sources.web.SourcePage.Link;
import org.evenkeel.clinic.sources.web.SourcePage.Part;
import org.evenkeel.clinic.sources.web.SourcePage.Place;
import org.evenkeel.clinic.sources.web.SourcePage.Statement;
import org.evenkeel.knowledge.Source;
import org.evenkeel.knowledge.Sources;
import org.evenkeel.knowledge.Use;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Turns a source into what its page shows.
final class SourceView {
    private final Sources sources;

    SourceView(Sources sources) {
        this.sources = sources;
    }

    SourcePage page(Source source) {
        return new SourcePage(
                source.title(),
                source.citation(),
                SourceWords.of(source.design()),
                SourcesView.people(source),
                SourceWords.of(source.topic()),
                SourceWords.of(source.grade()),
                SourceWords.code(source.grade()),
                source.reason(),
                SourceWords.followed(source.seen()),
                source.identifiers().stream().map(SourceView::elsewhere).toList(),
                source.showed().stream()
                        .map(each -> new Statement(each.words(), each.tag().isUnverified()))
                        .toList(),
                source.contradicted().stream()
                        .map(each -> new Dispute(link(each.source()), each.words()))
                        .toList(),
                source.overstated(),
                source.restsOn().stream().map(this::link).toList(),
                parts(source));
    }

    private Link link(String id) {
        return new Link("/sources/" + id, sources.source(id).orElseThrow().title());
    }

    private static Link elsewhere(String identifier) {
        String[] parts = identifier.split(":", 2);
        String value = parts[1];
        return switch (parts[0]) {
            case "doi" -> new Link("https://doi.org/" + value, "doi " + value);
            case "pmid" -> new Link("https://pubmed.ncbi.nlm.nih.gov/" + value, "PubMed " + value);
            case "pmc" ->
                new Link(
                        "https://pmc.ncbi.nlm.nih.gov/articles/" + value.toUpperCase(Locale.ROOT),
                        value.toUpperCase(Locale.ROOT));
            default ->
                new Link(
                        "https://clinicaltrials.gov/study/" + value.toUpperCase(Locale.ROOT),
                        value.toUpperCase(Locale.ROOT));
        };
    }

    private List<Part> parts(Source source) {
        Map<String, List<Use>> byFile = sources.restingOn(source).stream()
                .collect(Collectors.groupingBy(
                        use -> SourceWords.of(use.kind()) + ": " + use.title(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byFile.entrySet().stream()
                .map(each -> new Part(
                        each.getKey(),
                        each.getValue().stream().map(SourceView::place).toList()))
                .toList();
    }

    private static Place place(Use use) {
        return new Place(
                SourceWords.place(use.place()),
                Figure.of(SourceWords.amount(use), use.tag(), use.citation()));
    }
}
