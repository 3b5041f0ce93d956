package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.knowledge.Catalogue;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `plan --from`: a protocol back from FHIR.
final class PlanFromFhirTest {
    private static final String ID = "ketamine-iv.messer2010";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fhir", "fhir-bundle"})
    void whatWentOutComesBackAsAContentFile(String format) throws IOException {
        Path plan = folder.resolve("plan.json");
        Path content = folder.resolve("protocol.yaml");
        Call.of("plan", "--protocol", ID, "--format", format, "--out", plan.toString());

        Call call = Call.of("plan", "--from", plan.toString(), "--out", content.toString());

        assertThat(call.err()).isEmpty();
        Protocol shipped = Catalogue.shipped().protocol(new ProtocolId(ID)).orElseThrow();
        assertThat(ContentFile.protocol("p", Files.readAllBytes(content)))
                .isEqualTo(new Content.Loaded<>(shipped));
        assertThat(Call.of("check", content.toString()).exitCode()).isZero();
    }

    @Test
    void checkReadsAResourceAsStrictly() throws IOException {
        Path plan = folder.resolve("plan.json");
        Call.of("plan", "--protocol", ID, "--format", "fhir", "--out", plan.toString());
        assertThat(Call.of("check", plan.toString()).out())
                .isEqualTo(plan + ": OK, protocol as FHIR " + ID + ", version 1\n");

        Files.writeString(plan, Files.readString(plan).replace("\"after-start\"", "\"after\""));
        Call wrong = Call.of("check", plan.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).contains("relationship: got after; allowed is after-start");
    }

    @Test
    void aPlanThatSaysMoreIsRefusedAndNothingIsWritten() throws IOException {
        String text = Call.of("plan", "--protocol", ID, "--format", "fhir").out();
        Path plan = Files.writeString(
                folder.resolve("plan.json"),
                text.replaceFirst("\"status\"", "\"purpose\" : \"more\", \"status\""));
        Path content = folder.resolve("protocol.yaml");

        Call call = Call.of("plan", "--from", plan.toString(), "--out", content.toString());

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("purpose: got more; allowed is nothing");
        assertThat(content).doesNotExist();
    }

    @Test
    void problemsOfTheContentFileInsideNameTheirKey() throws IOException {
        String text = Call.of("plan", "--protocol", ID, "--format", "fhir").out();
        Path plan = Files.writeString(
                folder.resolve("plan.json"), text.replaceFirst("unit: min,", "unit: h,"));

        Call call = Call.of("plan", "--from", plan.toString());

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("minutes.unit").contains("must be min, got 'h'");
    }

    @Test
    void theWrongWayToCall() {
        Call both = Call.of("plan", "--from", "x.json", "--protocol", ID, "--list");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err())
                .contains("--from reads a file and takes no --protocol")
                .contains("--from reads a file and takes no --list");

        Call missing = Call.of("plan", "--from", folder.resolve("no.json").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("no such file");

        assertThat(Call.of("plan", "--from", folder.toString()).err()).contains("is a folder");
    }
}
