package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.eligibility.Resistance;
import org.evenkeel.core.eligibility.Staged;
import org.evenkeel.core.eligibility.WorkUp;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Fact.Treated;
import org.evenkeel.core.history.Fact.Tried;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Stages and definitions of resistance as they ship, against the tables of the reference.
final class StagingContentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String UNKNOWN = "-";
    private static final LocalDate BEFORE = TODAY.minusDays(7);

    /// Weeks of the episode, code, what was added, ECT, what failed; total of the table.
    @ParameterizedTest
    @CsvSource({
        "40  F32.0  alone NEVER sertraline,                       4,  4,  mild",
        "52  F32.1  alone NEVER sertraline venlafaxine,           5,  5,  mild",
        "53  F33.1  alone NEVER sertraline venlafaxine bupropion, 7,  7,  moderate",
        "105 F33.2  added NEVER sertraline venlafaxine bupropion, 10, 10, moderate",
        "105 F33.3  added PAST  sertraline venlafaxine bupropion, 12, 12, severe",
        "105 6A71.4 added PAST  sertraline venlafaxine bupropion, 12, 12, severe",
        "40  F33.1  alone -     sertraline,                       5,  6,  mild",
        "-   F33.1  alone NEVER sertraline,                       5,  7,  mild to moderate",
        "40  F41.1  alone NEVER sertraline,                       3,  7,  mild to moderate",
        "40  F33.1  alone NEVER,                                  4,  4,  mild"
    })
    void maudsley(String known, int least, int most, String words) {
        List<String> parts = List.of(known.split(" +"));
        Chart chart = chart(
                parts.get(0),
                parts.get(1),
                String.join(" ", parts.subList(4, parts.size())),
                parts.get(2).equals("added"),
                parts.get(3));

        Staged staged = Catalogue.shipped().maudsley().of(chart, TODAY);

        assertThat(staged.least()).isEqualByComparingTo(BigDecimal.valueOf(least));
        assertThat(staged.most()).isEqualByComparingTo(BigDecimal.valueOf(most));
        assertThat(staged.words()).isEqualTo(words);
        assertThat(staged.isWhole()).isEqualTo(least == most);
        assertThat(staged.scale().source()).contains("Fekadu");
    }

    @Test
    void ofSomebodyUnknownNothingIsStagedForSure() {
        Staged maudsley = Catalogue.shipped().maudsley().of(Chart.empty(), TODAY);

        // Nobody asked: perhaps none failed, which is no point.
        assertThat(maudsley.least()).isEqualByComparingTo(BigDecimal.valueOf(2));
        assertThat(maudsley.most()).isEqualByComparingTo(BigDecimal.valueOf(15));
        assertThat(maudsley.parts())
                .allSatisfy(part -> assertThat(part.missing()).isNotEmpty());
        assertThat(Catalogue.shipped().mghStaging().of(Chart.empty(), TODAY).isWhole())
                .isFalse();
        Catalogue.shipped()
                .resistances()
                .forEach(each ->
                        assertThat(each.of(Chart.empty(), TODAY).truth()).hasToString("UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "sertraline,                     false, NEVER, 1",
        "sertraline venlafaxine,         true,  NEVER, 2.5",
        "sertraline venlafaxine,         true,  PAST,  5.5"
    })
    void massachusetts(String failed, boolean added, String ect, BigDecimal points) {
        Staged staged = Catalogue.shipped()
                .mghStaging()
                .of(chart("40", "F33.1", failed, added, ect), TODAY);

        assertThat(staged.least()).isEqualByComparingTo(points);
        assertThat(staged.most()).isEqualByComparingTo(points);
    }

    /// Two of one class are two drugs and one class; what does not say its dose is not told.
    @ParameterizedTest
    @CsvSource({
        "us-label,       sertraline,                               NOT_MET",
        "us-label,       sertraline fluoxetine,                    MET",
        "us-label,       sertraline fluoxetine?,                   UNKNOWN",
        "us-label,       sertraline fluoxetine-,                   NOT_MET",
        "lifetime-two,   sertraline fluoxetine-,                   MET",
        "episode-three,  sertraline fluoxetine,                    NOT_MET",
        "episode-three,  sertraline fluoxetine bupropion,          MET",
        "lifetime-three, sertraline fluoxetine bupropion-,         MET",
        "eu-classes,     sertraline fluoxetine,                    NOT_MET",
        "eu-classes,     sertraline bupropion,                     MET",
        "eu-classes,     sertraline quetiapine,                    UNKNOWN",
        "three-classes,  sertraline bupropion venlafaxine,         MET",
        "three-classes,  sertraline bupropion paroxetine,          NOT_MET"
    })
    void resistance(String id, String failed, String truth) {
        Resistance definition = definition(id);

        Resistance.Found found = definition.of(chart("40", "F33.1", failed, false, "NEVER"), TODAY);

        assertThat(found.truth()).hasToString(truth);
        assertThat(found.missing().isEmpty()).isEqualTo(!truth.equals("UNKNOWN"));
    }

    /// Aripiprazole helps an antidepressant; mirtazapine is one also when it is added.
    @Test
    void whatWasAddedIsNoSecondAntidepressantUnlessItIsOne() {
        Chart augmented = chart("40", "F33.1", "sertraline", true, "NEVER");
        Chart combined = trials(augmented, tried("sertraline"), tried("mirtazapine", true));

        for (String id : List.of("us-label", "lifetime-two")) {
            assertThat(definition(id).of(augmented, TODAY).truth()).hasToString("NOT_MET");
            assertThat(definition(id).of(combined, TODAY).truth()).hasToString("MET");
        }
    }

    private static Resistance definition(String id) {
        return Catalogue.shipped().resistances().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Chart trials(Chart chart, Tried... tried) {
        return new Chart(
                chart.birth(),
                chart.sex(),
                chart.measurements(),
                chart.scores(),
                chart.answers(),
                chart.diagnoses(),
                chart.medicines(),
                Optional.of(new Asked<>(BEFORE, List.of(tried))),
                chart.treatments());
    }

    @Test
    void aWorkUpSaysWhatIsDueAndWhatHoldsNoLonger() {
        Chart chart = chart("40", "F33.1", "sertraline", false, "NEVER");
        WorkUp workUp = Catalogue.shipped().workUp();

        assertThat(states(workUp, chart))
                .contains("diagnoses Done", "medicines Due", "ecg Due", "pregnancy-test Due");
        assertThat(states(workUp, answered(chart, "pregnancy-possible", false, BEFORE)))
                .contains("pregnancy-test NotNeeded");
        assertThat(states(
                        workUp, answered(chart, "pregnancy-possible", false, TODAY.minusDays(183))))
                .as("a no that is too old is asked again")
                .contains("pregnancy-test Due");
        assertThat(states(workUp, answered(chart, "suicide-risk", true, BEFORE)))
                .contains("suicide-risk Done");
        assertThat(states(workUp, answered(chart, "suicide-risk", true, BEFORE.minusDays(1))))
                .contains("suicide-risk Expired");
        assertThat(states(workUp, answered(chart, "blood-seen", false, BEFORE)))
                .as("tests that were not looked at are not done")
                .contains("blood Due");
    }

    @Test
    void aListNobodyLookedOverIsNotDone() {
        Chart chart = new Chart(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(Asked.partly(
                        List.of(new Fact.Taken("lorazepam", BEFORE, Optional.empty())))),
                Optional.empty(),
                List.of());

        assertThat(states(Catalogue.shipped().workUp(), chart)).contains("medicines Due");
    }

    private static Set<String> states(WorkUp workUp, Chart chart) {
        return workUp.of(chart, TODAY).stream()
                .map(result ->
                        result.item().id() + " " + result.state().getClass().getSimpleName())
                .collect(Collectors.toSet());
    }

    private static Chart answered(Chart chart, String question, boolean yes, LocalDate on) {
        return new Chart(
                chart.birth(),
                chart.sex(),
                chart.measurements(),
                chart.scores(),
                List.of(new Fact.Answered(question, yes, on)),
                chart.diagnoses(),
                chart.medicines(),
                chart.trials(),
                chart.treatments());
    }

    /// A `?` behind an ingredient: its dose is not known; a `-`: in an earlier episode.
    private static Chart chart(
            String weeks, String code, String failed, boolean added, String ect) {
        List<Tried> trials = Arrays.stream(failed.split(" "))
                .filter(each -> !each.isEmpty())
                .map(StagingContentTest::tried)
                .collect(Collectors.toCollection(ArrayList::new));
        if (added) {
            trials.add(tried("aripiprazole", true));
        }
        return new Chart(
                Optional.empty(),
                Optional.empty(),
                weeks.equals(UNKNOWN)
                        ? List.of()
                        : List.of(new Fact.Measured(
                                "episode-weeks",
                                new BigDecimal(weeks).subtract(BigDecimal.ONE),
                                "wk",
                                BEFORE)),
                List.of(),
                List.of(),
                Optional.of(new Asked<>(
                        BEFORE,
                        List.of(new Fact.Diagnosed(code, Set.of(), BEFORE, Optional.empty())))),
                Optional.empty(),
                Optional.of(new Asked<>(BEFORE, trials)),
                ect.equals(UNKNOWN)
                        ? List.of()
                        : List.of(new Treated("ect", Status.valueOf(ect), BEFORE)));
    }

    private static Tried tried(String name) {
        return tried(name, false);
    }

    private static Tried tried(String name, boolean added) {
        String ingredient = name.replaceAll("[?-]", "");
        return new Tried(
                ingredient,
                name.endsWith("?") ? Optional.empty() : Optional.of(BigDecimal.valueOf(300)),
                Optional.of(BigDecimal.valueOf(8)),
                Adherence.GOOD,
                Improvement.NONE,
                !name.endsWith("-"),
                added,
                BEFORE.minusWeeks(30));
    }
}
