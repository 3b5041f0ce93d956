package org.evenkeel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

class LedgerTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2027-01-02T23:30:00Z"));
    private static final Claim CLAIM = Claim.of("EV-007", Section.SPEED, "It is quick.", "X#y")
            .with(new Claim.Table(List.of("what", "seconds"), List.of(List.of("start", "0.250"))))
            .drawn(List.of(new Claim.Plot(
                    "times",
                    false,
                    "run",
                    "s",
                    List.of(1.0, 2.0),
                    List.of(new Claim.Line("ours", List.of(0.2, 0.3))))))
            .worse(List.of("Slower than light."));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgainWithItsDate() throws IOException {
        Ledger ledger = new Ledger(folder.resolve("new"));
        ledger.write(CLAIM, CLOCK);
        assertThat(ledger.claims()).containsExactly(CLAIM.on("2027-01-02"));
    }

    @Test
    void claimsComeInTheOrderOfTheirSections() throws IOException {
        Ledger ledger = new Ledger(folder);
        ledger.write(CLAIM, CLOCK);
        ledger.write(Claim.of("EV-009", Section.RECOVERY, "A.", "X#z"), CLOCK);
        ledger.write(Claim.of("EV-008", Section.RECOVERY, "B.", "X#z"), CLOCK);
        assertThat(ledger.claims())
                .extracting(Claim::id)
                .containsExactly("EV-008", "EV-009", "EV-007");
    }

    @ParameterizedTest
    @CsvSource({"0.250, true", "0.251, true", "0.260, true", "0.290, false", "0.2x, false"})
    void aFigureThatDriftedFails(String figure, boolean same) {
        Ledger ledger = new Ledger(folder);
        ledger.write(CLAIM, CLOCK);
        List<List<String>> rows = List.of(List.of("start", figure));
        Claim found = CLAIM.with(new Claim.Table(CLAIM.table().columns(), rows));
        if (same) {
            ledger.keep(found);
        } else {
            assertThatThrownBy(() -> ledger.keepOfLongRun(found))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("EV-007 is no longer what")
                    .hasMessageContaining(figure);
        }
    }

    @Test
    void aClaimThatIsNotThereFails() {
        assertThatThrownBy(() -> new Ledger(folder).keepOfLongRun(CLAIM))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it is not there");
    }

    @Test
    void anUpdateWritesWhatDiffersAndKeepsTheDateOfTheRest() throws IOException {
        Ledger ledger = new Ledger(folder, true);
        ledger.write(CLAIM, CLOCK);
        ledger.keepOfLongRun(CLAIM);
        assertThat(ledger.claims()).containsExactly(CLAIM.on("2027-01-02"));
        ledger.keepOfLongRun(CLAIM.seeded("another"));
        assertThat(ledger.claims()).extracting(Claim::seed).containsExactly("another");
    }

    @Test
    void aFileThatIsNoneIsNamed() throws IOException {
        Files.writeString(folder.resolve("EV-001.json"), Ledger.json(CLAIM));
        assertThatThrownBy(() -> new Ledger(folder).claims())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("EV-001.json holds EV-007");
        Files.writeString(folder.resolve("EV-001.json"), "nothing");
        assertThatThrownBy(() -> new Ledger(folder).claims())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("EV-001.json is no claim");
    }

    @Test
    void aRowMustFitItsColumnsAndAnIdItsForm() {
        assertThatThrownBy(() -> new Claim.Table(List.of("a"), List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Claim.of("EV-1", Section.SPEED, "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
