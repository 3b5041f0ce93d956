package org.evenkeel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class PageTest {
    private static final Claim CLAIM = Claim.of(
                    "EV-007", Section.DECISIONS, "Less <b> & \"more\".", "XTest#works")
            .seeded("7")
            .from("Nobody 1900")
            .with(new Claim.Table(
                    List.of("what", "found"), List.of(List.of("a|b", "1"), List.of("c", "2"))))
            .drawn(List.of(new Claim.Plot(
                    "benefit & loss",
                    false,
                    "threshold",
                    "benefit",
                    List.of(0.05, 0.5),
                    List.of(
                            new Claim.Line("ours", List.of(0.2, -0.1)),
                            new Claim.Line("theirs", List.of(0.1, 0.0))))))
            .worse(List.of("Worse than `theirs` at 0.50."));

    @ParameterizedTest
    @EnumSource(Page.Form.class)
    void everyFormHoldsTheClaimItsTestItsFiguresAndItsShortfalls(Page.Form form) {
        String page = Page.of(List.of(CLAIM), form);
        assertThat(page).contains("EV-007", "XTest#works", "Nobody 1900", "at 0.50");
    }

    @Test
    void bothPagesSayThatNothingWasValidatedAndWhatThatWouldTake() {
        for (Page.Form form : List.of(Page.Form.HTML, Page.Form.MARKDOWN)) {
            assertThat(Page.of(List.of(), form))
                    .contains("Nothing here has been validated on real ketamine maintenance")
                    .contains("Shadow mode")
                    .contains("About 250 patients");
        }
    }

    @Test
    void htmlNeedsNothingElseAndHoldsNoMarkupOfClaims() {
        String page = Page.of(List.of(CLAIM), Page.Form.HTML);
        assertThat(page)
                .contains("Less &lt;b&gt; &amp; &quot;more&quot;.")
                .contains("aria-label=\"benefit &amp; loss\"")
                .contains("<polyline")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("http", "<script", "<link", "@import", "NaN");
    }

    @Test
    void barsAreDrawnFromTheFloor() {
        Claim.Plot bars = new Claim.Plot(
                "tenths",
                true,
                "probability",
                "share",
                List.of(0.25, 0.75),
                List.of(new Claim.Line("ours", List.of(0.5, 1.0))));
        String picture = PlotPicture.of(bars);
        assertThat(picture.split("<rect", -1)).hasSize(3);
        assertThat(picture).doesNotContain("polyline", "height=\"-");
    }

    @Test
    void markdownKeepsItsTablesWhole() {
        assertThat(Page.of(List.of(CLAIM), Page.Form.MARKDOWN))
                .contains("| what | found |\n| --- | --- |\n| a\\|b | 1 |\n| c | 2 |\n")
                .contains("| EV-007 | Less <b> & \"more\". | `XTest#works` |");
    }
}
