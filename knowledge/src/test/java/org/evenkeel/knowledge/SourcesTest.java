package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.knowledge.Source.Design;
import org.evenkeel.knowledge.Source.Grade;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Behind every citation of the shipped content stands a source.
final class SourcesTest {
    private static final Path FOLDER = Path.of("src/main/resources/sources");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "\\bdoi:? ?(?<doi>10\\.[^\\s,;)]+)|\\bPMID:? ?(?<pmid>\\d+)|\\b(?<pmc>PMC\\d+)"
                    + "|\\b(?<nct>NCT\\d{8})",
            Pattern.CASE_INSENSITIVE);

    private final Sources sources = Catalogue.shipped().sources();

    @Test
    void everyShortNameInAShippedFileIsASource() {
        assertThat(sources.homeless())
                .as("short names under 'sources' that no file in " + FOLDER + " has as its id or"
                        + " under 'also': write that file (murrough2013.yaml shows how) and put its"
                        + " id in index.txt, or use the short name of a source that is there")
                .isEmpty();
    }

    @Test
    void whatAFileCitesIsWhatTheSourceIs() {
        List<String> other = new ArrayList<>();
        Catalogue.shipped()
                .citations()
                .forEach((file, citations) -> citations
                        .sources()
                        .forEach((key, words) -> sources.byKey(key).ifPresent(source -> {
                            Set<String> own = identifiers(source);
                            identifiersIn(words).stream()
                                    .filter(each -> !own.contains(each))
                                    .forEach(each -> other.add(file + ": " + key + " has " + each
                                            + ", the source " + source.id() + " has " + own));
                        })));
        assertThat(other)
                .as("citations with a DOI, PMID, PMC or NCT number that their source has not: put"
                        + " it under 'identifiers' there, or cite under another short name")
                .isEmpty();
    }

    @Test
    void theIndexNamesTheFilesOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(Files.readAllLines(FOLDER.resolve("index.txt")))
                    .as("index.txt, one id a line")
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .map(name -> name.replace(".yaml", ""))
                                    .toList());
        }
        assertThat(sources.all())
                .allSatisfy(source ->
                        assertThat(FOLDER.resolve(source.id() + ".yaml")).exists());
    }

    @Test
    void everyShippedFileIsLookedThrough() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> folder.getFileName() + "/" + file.getFileName())
                        .filter(name -> name.endsWith(".yaml"))
                        .forEach(name -> found.add(name.replace(".yaml", "")));
            }
        }
        assertThat(Catalogue.files())
                .as("Catalogue.files()")
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void theMaintenancePaperIsOnePatient() {
        Source messer = sources.source("messer2010").orElseThrow();

        assertThat(messer.design()).isEqualTo(Design.CASE_REPORT);
        assertThat(messer.people()).contains(new Source.People(1, messer.seen()));
        assertThat(messer.grade()).isEqualTo(Grade.VERY_WEAK);
        assertThat(messer.overstated()).anyMatch(words -> words.contains("ONE patient"));
    }

    @Test
    void whatPopularTextsLeaveOutIsThere() {
        assertThat(overstated()).contains("26 to 72 %", "prevent suicide");
        assertThat(words("jelovac2025")).contains("NEGATIVE", "no difference over 6 months");
        assertThat(words("abdallah2022")).contains("NO difference on PCL-5");
        assertThat(words("feder2021")).contains("67 against 20 %", "the larger, negative");
        assertThat(words("daly2019")).contains("done well");
    }

    @Test
    void aFigureLeadsToItsSource() {
        var cap = Catalogue.shipped().protocols().getFirst().series().getFirst().basis();

        assertThat(sources.cited(cap.source())).map(Source::id).contains("murrough2013");
        assertThat(sources.restingOn(sources.source("messer2010").orElseThrow()))
                .anySatisfy(use -> {
                    assertThat(use.place()).isEqualTo("maintenance.usual.days");
                    assertThat(use.words()).isEqualTo("21");
                    assertThat(use.unit()).isEqualTo("d");
                });
        assertThat(sources.restingOn(sources.source("us-label").orElseThrow()))
                .extracting(Use::place)
                .contains("rules.hypersensitivity", "dose.steps");
    }

    private String overstated() {
        return sources.all().stream()
                .map(Source::overstated)
                .flatMap(Collection::stream)
                .collect(Collectors.joining("\n"));
    }

    private String words(String id) {
        return sources.source(id).orElseThrow().toString();
    }

    private Set<String> identifiers(Source source) {
        return Stream.concat(
                        source.identifiers().stream(),
                        source.restsOn().stream()
                                .flatMap(id -> sources.source(id).stream())
                                .flatMap(each -> each.identifiers().stream()))
                .collect(Collectors.toSet());
    }

    private static List<String> identifiersIn(String words) {
        return IDENTIFIER
                .matcher(words)
                .results()
                .map(found -> Stream.of("doi", "pmid", "pmc", "nct")
                        .filter(kind -> found.group(kind) != null)
                        .map(kind -> kind + ":" + found.group(kind).toLowerCase(Locale.ROOT))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER.resolve(".."))) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.endsWith("sources") && !folder.endsWith("schema"))
                    .toList();
        }
    }
}
