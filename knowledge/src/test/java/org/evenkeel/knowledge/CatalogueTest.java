package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What ships is complete and loads.
final class CatalogueTest {
    private static final Path CONTENT = Path.of("src/main/resources");

    private final Catalogue catalogue = Catalogue.shipped();

    @Test
    void everyShippedFileIsWithoutProblems() throws IOException {
        for (String folder : List.of(
                "protocols",
                "instruments",
                "rules",
                "priors",
                "models",
                "effects",
                "history",
                "eligibility",
                "supervision",
                "ladders",
                "consent",
                "sources")) {
            for (Path file : files(folder)) {
                assertThat(ContentFile.check(file.toString(), Files.readAllBytes(file)))
                        .isInstanceOf(Content.Loaded.class);
            }
        }
    }

    @Test
    void everyProtocolFileIsInTheCatalogueUnderItsName() throws IOException {
        assertThat(files("protocols"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        catalogue.protocolIds().stream().map(id -> id + ".yaml").toList());
        for (ProtocolId id : catalogue.protocolIds()) {
            assertThat(catalogue.protocol(id)).map(Protocol::id).contains(id);
        }
    }

    @Test
    void everyInstrumentFileIsInTheCatalogue() throws IOException {
        assertThat(files("instruments")).hasSameSizeAs(catalogue.instrumentIds());
        for (InstrumentId id : catalogue.instrumentIds()) {
            assertThat(catalogue.instrument(id)).map(Instrument::id).contains(id);
        }
    }

    @Test
    void everyFileOfSupervisionAndLaddersIsInTheCatalogue() throws IOException {
        assertThat(files("supervision"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(catalogue.supervisions().keySet().stream()
                        .map(id -> id + ".yaml")
                        .toList());
        assertThat(files("ladders"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyElementsOf(catalogue.ladders().stream()
                        .map(ladder -> ladder.id() + ".yaml")
                        .toList());
    }

    @Test
    void idsAreReadWithoutRegardToCase() {
        assertThat(catalogue.instrument(new InstrumentId(" PHQ-9 "))).isPresent();
        assertThat(catalogue.protocol(new ProtocolId("Ketamine-IV.Adaptive"))).isPresent();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(catalogue.protocol(new ProtocolId("../rules/booster"))).isEmpty();
        assertThat(catalogue.instrument(new InstrumentId("hamd"))).isEmpty();
    }

    @Test
    void rulesLoad() {
        assertThat(catalogue.boosterSettings().riskLimit().value()).isEqualTo(0.20);
        assertThat(catalogue.exposureLimits().sessionCount().redAbove().value()).isEqualTo(8);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CONTENT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
