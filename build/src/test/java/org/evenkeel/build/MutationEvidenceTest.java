package org.evenkeel.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The long run puts faults into the code that decides and stops when tests miss too many.
class MutationEvidenceTest {
    private static final Pattern THRESHOLD =
            Pattern.compile("<mutationThreshold>(\\d+)</mutationThreshold>");
    private static final Pattern CLASSES =
            Pattern.compile("<param>(org\\.evenkeel\\.core\\.[\\w.*]+)</param>");

    @Test
    void theLongRunStopsWhenTooManyFaultsGoUnnoticed() {
        String pom = House.text(House.ROOT.resolve("core/pom.xml"));
        Matcher threshold = THRESHOLD.matcher(pom);
        assertThat(threshold.find()).isTrue();
        String targets =
                pom.substring(pom.indexOf("<targetClasses>"), pom.indexOf("</targetClasses>"));
        List<String> classes =
                CLASSES.matcher(targets).results().map(each -> each.group(1)).toList();
        assertThat(Integer.parseInt(threshold.group(1))).isGreaterThanOrEqualTo(85);
        assertThat(classes)
                .contains(
                        "org.evenkeel.core.condition.*",
                        "org.evenkeel.core.protocol.Dosing*",
                        "org.evenkeel.core.safety.UnitSlips*");
        Ledger.here()
                .keep(Claim.of(
                                "EV-118",
                                Section.CONTENT,
                                "The long run puts faults into conditions, dose rules and checks of"
                                        + " units one by one, and fails when its tests notice too"
                                        + " few of them.",
                                "MutationEvidenceTest#theLongRunStopsWhenTooManyFaultsGoUnnoticed")
                        .with(new Claim.Table(
                                List.of("setting", "value"),
                                List.of(
                                        List.of("least noticed, %", threshold.group(1)),
                                        List.of("classes", String.join(" ", classes)))))
                        .worse(List.of("The share found in a run is no figure of this page: the"
                                + " last one noted, 246 of 249, is from before the catalogue of"
                                + " protocols.")));
    }
}
