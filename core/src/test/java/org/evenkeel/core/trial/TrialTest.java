package org.evenkeel.core.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.booster.Protocols;
import org.evenkeel.core.insilico.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

class TrialTest {
    private static final double PRICE = 4;

    @ParameterizedTest
    @EnumSource(World.class)
    void sameSeedSameTalliesWhateverTheOrderOfTheBlocks(World world) {
        Trial trial = trial(world, 20, 7, Policies.rules());
        List<List<Tally>> forwards = new ArrayList<>();
        List<List<Tally>> backwards = new ArrayList<>();
        for (int block = 0; block < trial.blocks(); block++) {
            forwards.add(trial.live(block));
            backwards.addFirst(trial.live(trial.blocks() - 1 - block));
        }
        assertThat(backwards).isEqualTo(forwards);
        Trial other = trial(world, 20, 8, Policies.rules());
        assertThat(other.live(0)).isNotEqualTo(forwards.getFirst());
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void aPolicyFaresTheSameWhoeverElseIsCompared(World world) {
        Policy rule = new Policy.SustainThree();
        Tally alone = trial(world, 10, 3, List.of(rule)).live(2).getFirst();
        Tally among =
                trial(world, 10, 3, List.of(new Policy.Fixed(14), rule)).live(2).getLast();
        assertThat(among).isEqualTo(alone);
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void hindsightCostsNoMoreThanAnyPolicy(World world) {
        List<Policy> policies = new ArrayList<>(Policies.rules());
        policies.add(new Policy.Never());
        policies.add(new Policy.Fixed(7));
        policies.add(new Policy.Fixed(28));
        policies.add(new Policy.Clairvoyant(PRICE));
        Trial trial = trial(world, 20, 11, policies);
        for (int block = 0; block < trial.blocks(); block++) {
            List<Tally> tallies = trial.live(block);
            double least = cost(tallies.getLast());
            assertThat(tallies)
                    .allSatisfy(each -> assertThat(cost(each)).isGreaterThanOrEqualTo(least));
        }
    }

    @Test
    void fixedIntervalsSlipAndNeverComeTooSoon() {
        Comparison.Row weekly = row(World.TWO_POOLS, new Policy.Fixed(7));
        Comparison.Row monthly = row(World.TWO_POOLS, new Policy.Fixed(28));
        // Slips of -1 to +4 days (kept at 7 at least) and 5 % a week late: about 9 and 30 days.
        assertThat(weekly.of(Measure.TREATMENTS).value()).isBetween(36.0, 46.0);
        assertThat(monthly.of(Measure.TREATMENTS).value()).isBetween(11.0, 13.5);
    }

    @Test
    void nobodyIsTreatedWithoutAPolicyForIt() {
        Comparison.Row none = row(World.SPELLS, new Policy.Never());
        assertThat(none.of(Measure.TREATMENTS).value()).isZero();
        assertThat(none.of(Measure.UNNEEDED).value()).isNaN();
        assertThat(none.of(Measure.GAP_CLOSED).value()).isNaN();
    }

    @Test
    void oursIsAskedEveryWeekThatNoAppointmentStands() {
        Trial trial = trial(
                World.TWO_POOLS, 6, 5, Policies.ours(Protocols.content(Protocols.adaptive())));
        Comparison comparison = Comparison.of(trial.policies(), all(trial), PRICE);
        for (Comparison.Row row : comparison.rows()) {
            long decisions = row.tally().get(Count.DECISIONS);
            long undated = row.tally().get(Count.ASKED) + row.tally().get(Count.WITHHELD);
            assertThat(decisions).isGreaterThan(undated);
            assertThat(row.of(Measure.CALIBRATION_ERROR).value()).isBetween(0.0, 1.0);
            assertThat(row.tally().reasons().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isGreaterThanOrEqualTo(undated);
        }
    }

    @Test
    void aTallyIsKeptAndReadBack() {
        Tally tally = trial(World.SPELLS, 5, 1, List.of(new Policy.WhenWorse()))
                .live(0)
                .getFirst();
        assertThat(Tally.of(tally.numbers())).isEqualTo(tally);
        assertThat(tally.plus(tally).minus(tally)).isEqualTo(tally);
    }

    private static double cost(Tally tally) {
        return tally.get(Count.UNWELL_DAYS) + PRICE * tally.get(Count.TREATMENTS);
    }

    private static Trial trial(World world, int patients, long seed, List<Policy> policies) {
        return new Trial(world, Visits.usual(), patients, seed, policies);
    }

    private static Comparison.Row row(World world, Policy policy) {
        Trial trial = trial(world, 60, 2, List.of(policy));
        return Comparison.of(trial.policies(), all(trial), PRICE).rows().getFirst();
    }

    private static List<List<Tally>> all(Trial trial) {
        List<List<Tally>> blocks = new ArrayList<>();
        for (int block = 0; block < trial.blocks(); block++) {
            blocks.add(trial.live(block));
        }
        return blocks;
    }
}
