package org.evenkeel.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Page;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ledger and the sources name the same claims, and the page in `docs` is that of the ledger.
class EvidenceLedgerTest {
    private static final Pattern ID = Pattern.compile("\"(EV-\\d{3})\"");
    private static final Path PAGE = House.ROOT.resolve("docs/evidence/README.md");
    private static final List<Claim> CLAIMS = claims();

    private static List<Claim> claims() {
        try {
            return Ledger.here().claims();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Tests and benchmarks; the tests of the ledger itself make claims up.
    private static List<Path> sources() {
        return House.files().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> file.toString().contains("/src/test/")
                        || file.startsWith(House.ROOT.resolve("bench")))
                .filter(file -> !file.startsWith(House.ROOT.resolve("evidence")))
                .filter(file -> !file.endsWith("EvidenceCommandTest.java"))
                .toList();
    }

    @Test
    void everyClaimOfATestIsInTheLedger() {
        assertThat(CLAIMS)
                .extracting(Claim::id)
                .containsAll(named(file -> file.toString().contains("/src/test/")));
    }

    /// A benchmark's claim may wait to be measured, but none is there that nobody measures.
    @Test
    void everyClaimOfTheLedgerIsInTheSources() {
        assertThat(named(_ -> true)).containsAll(CLAIMS.stream().map(Claim::id).toList());
    }

    private static Set<String> named(Predicate<Path> where) {
        Set<String> named = new TreeSet<>();
        for (Path source : sources().stream().filter(where).toList()) {
            Matcher id = ID.matcher(House.text(source));
            while (id.find()) {
                named.add(id.group(1));
            }
        }
        return named;
    }

    @Test
    void everyTestOfEvidenceHasAClaim() {
        for (Path source : sources()) {
            if (source.toString().endsWith("EvidenceTest.java")) {
                assertThat(House.text(source)).as(source.toString()).contains("EV-");
            }
        }
    }

    @Test
    void everyClaimNamesATestThatIsThereOrACommand() {
        for (Claim claim : CLAIMS) {
            if (claim.check().startsWith("./evenkeel bench ")) {
                continue;
            }
            String[] words = claim.check().split("#");
            assertThat(words).as(claim.id()).hasSize(2);
            List<Path> places = sources().stream()
                    .filter(file -> file.endsWith(words[0] + ".java"))
                    .toList();
            assertThat(places).as(claim.check()).hasSize(1);
            assertThat(House.text(places.getFirst()))
                    .as(claim.check())
                    .containsPattern("void " + words[1] + "\\(");
        }
    }

    /// What was measured on another model is no evidence for this one.
    @Test
    void everyFigureOfTheForecastIsOfThisModel() {
        assertThat(CLAIMS)
                .filteredOn(claim -> !claim.model().isBlank())
                .isNotEmpty()
                .allSatisfy(claim ->
                        assertThat(claim.model()).as(claim.id()).isEqualTo(RelapseModel.VERSION));
    }

    @Test
    void thePageInTheDocsIsThatOfTheLedger() throws IOException {
        String page = Page.of(CLAIMS, Page.Form.MARKDOWN);
        if (Boolean.getBoolean("evenkeel.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(House.text(PAGE)).isEqualTo(page);
    }
}
