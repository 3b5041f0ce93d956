package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

class EvidenceCommandTest {
    @TempDir
    Path folder;

    @Test
    void writesThePageInEachForm() throws IOException {
        keep();
        String results = folder.toString();
        Call html = Call.of("evidence", "--results", results);
        assertThat(html.exitCode()).isZero();
        assertThat(html.out())
                .startsWith("<!doctype html>")
                .contains("<h3 id=\"EV-999\">EV-999</h3>", "Water is wet.", "2027-01-02");
        Path out = folder.resolve("evidence.md");
        Call markdown = Call.of(
                "evidence", "--results", results, "--format", "markdown", "--out", out.toString());
        assertThat(markdown.out()).isEmpty();
        assertThat(Files.readString(out)).contains("### EV-999", "- test: WetTest#wet");
        assertThat(Call.of("evidence", "--results", results, "--format", "json").out())
                .startsWith("[ {")
                .contains("\"id\" : \"EV-999\"");
    }

    @Test
    void wrongUsageIsRefused() {
        Call call = Call.of("evidence", "--results", "nowhere", "--format", "pdf");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .contains("--format: 'pdf' is not one of html, markdown, json")
                .contains("--results: 'nowhere' is not a folder of results");
        assertThat(Call.of("evidence", "more").exitCode()).isEqualTo(2);
        assertThat(Call.of("evidence", "--help").out())
                .contains("Usage: evenkeel evidence", "Example:");
    }

    @Test
    void aResultThatIsNoneIsNamed() throws IOException {
        Files.writeString(folder.resolve("EV-001.json"), "{\"id\": 7}");
        Path out = folder.resolve("out.html");
        Call call = Call.of("evidence", "--results", folder.toString(), "--out", out.toString());
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err()).contains("EV-001.json is no claim");
        assertThat(out).doesNotExist();
    }

    private void keep() {
        Claim claim = Claim.of("EV-999", Section.CONTENT, "Water is wet.", "WetTest#wet");
        InstantSource clock = InstantSource.fixed(Instant.parse("2027-01-02T03:04:05Z"));
        new Ledger(folder).write(claim, clock);
    }
}
