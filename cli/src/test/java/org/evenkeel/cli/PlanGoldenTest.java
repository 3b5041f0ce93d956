package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.knowledge.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A year of every protocol for one patient, and its PlanDefinition, as a reader can review them.
/// `./evenkeel test --update` rewrites the files.
final class PlanGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static List<ProtocolId> protocols() {
        return Catalogue.shipped().protocolIds();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void year(ProtocolId protocol) throws IOException {
        Call call = Call.of(
                "plan",
                "--protocol",
                protocol.value(),
                "--start",
                "2027-01-04",
                "--weight-kg",
                "81.4",
                "--height-cm",
                "178",
                "--sex",
                "male",
                "--age",
                "52");
        assertGolden("plan-" + protocol + ".txt", call.out() + "\n" + call.err());
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void planDefinition(ProtocolId protocol) throws IOException {
        Call call = Call.of("plan", "--protocol", protocol.value(), "--format", "fhir");
        assertThat(call.exitCode()).isZero();
        assertGolden("plan-" + protocol + ".json", call.out());
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("evenkeel.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(file).hasContent(text);
    }
}
