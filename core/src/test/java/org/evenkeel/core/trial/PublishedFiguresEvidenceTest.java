package org.evenkeel.core.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.insilico.World;
import org.evenkeel.core.numerics.HazardRatio;
import org.evenkeel.evidence.Ledger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// EV-020 to EV-024: the virtual patients beside published figures, misfits included.
///
/// `./evenkeel test --update` rewrites the table in `docs/evidence`; without it the table
/// must say what the simulation says.
class PublishedFiguresEvidenceTest {
    static final int PATIENTS = 3_000;
    static final long SEED = 20_261_122;
    private static final Path PAGE =
            Path.of(System.getProperty("evenkeel.root", ".."), "docs/evidence/virtual-patients.md");
    /// Another machine's exponential may differ in its last bit and move a patient or two.
    private static final double LAST_DIGITS = 1.5;

    private static final Map<World, PublishedFiguresPage.Studied> STUDIED =
            new EnumMap<>(World.class);

    @BeforeAll
    static void study() {
        for (World world : World.values()) {
            STUDIED.put(
                    world,
                    new PublishedFiguresPage.Studied(
                            SeriesStudy.in(world, PATIENTS, SEED, 28),
                            SeriesStudy.in(world, PATIENTS, SEED, 7),
                            WithdrawalStudy.in(world, PATIENTS, SEED)));
        }
    }

    @Test
    void theLedgerSaysTheSame() {
        assertThat(PublishedFiguresPage.claims(STUDIED)).hasSize(5).allSatisfy(Ledger.here()::keep);
    }

    /// EV-020: response after a first series lies within what cohorts and trials report, 26
    /// to 72 %.
    @Test
    void responseAfterASeriesIsWithinWhatWasPublished() {
        STUDIED.forEach((world, studied) ->
                assertThat(studied.monthly().response()).as(world.id()).isBetween(0.26, 0.77));
    }

    /// EV-021: a response lasts as in the registry, about 80 % at 4 and 60 % at 8 weeks, in
    /// the worlds that are meant to be like it.
    @Test
    void aResponseLastsAsInTheRegistry() {
        for (World world :
                List.of(World.SPELLS, World.TWO_POOLS, World.GRADES, World.LEARNED_HOPE)) {
            SeriesStudy study = studied(world).monthly();
            assertThat(study.kept().freeAt(28)).as(world.id()).isBetween(0.65, 0.90);
            assertThat(study.kept().freeAt(56)).as(world.id()).isBetween(0.42, 0.70);
        }
        // The network falls back late and suddenly: too many keep a response for 4 weeks.
        SeriesStudy network = studied(World.SYMPTOM_NETWORK).monthly();
        assertThat(network.kept().freeAt(56)).isBetween(0.45, 0.70);
        assertThat(network.kept().freeAt(28)).isGreaterThan(0.9);
    }

    /// EV-022: in the world that is meant to be like the small trials, half lose their
    /// response in about 18 days.
    @Test
    void aResponseIsLostAsInTheSmallTrials() {
        SeriesStudy study = studied(World.FADING_DROPS).weekly();
        assertThat(study.kept().timeOf(0.5).orElseThrow()).isBetween(11.0, 27.0);
    }

    /// EV-023: of those in stable remission fewer relapse on treatment than off it.
    @Test
    void goingOnProtectsTheRemitted() {
        STUDIED.forEach((world, studied) -> {
            HazardRatio ratio = studied.withdrawal().remitted().hazardRatio();
            assertThat(ratio.high()).as(world.id()).isLessThan(1);
        });
    }

    /// EV-024: of those in stable response fewer relapse on treatment than off it.
    @Test
    void goingOnProtectsTheResponding() {
        STUDIED.forEach((world, studied) -> {
            HazardRatio ratio = studied.withdrawal().responded().hazardRatio();
            assertThat(ratio.high()).as(world.id()).isLessThan(1);
        });
    }

    @Test
    void theTableSaysWhatTheSimulationSays() throws IOException {
        String page = PublishedFiguresPage.of(STUDIED);
        if (Boolean.getBoolean("evenkeel.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        String written = Files.readString(PAGE);
        assertThat(withoutNumbers(written)).isEqualTo(withoutNumbers(page));
        List<Double> there = numbers(written);
        List<Double> here = numbers(page);
        for (int i = 0; i < here.size(); i++) {
            double slack = Math.max(LAST_DIGITS, 0.1 * Math.abs(here.get(i)));
            assertThat(there.get(i)).isCloseTo(here.get(i), within(slack));
        }
    }

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll("#");
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Double.parseDouble(matcher.group()));
        }
        return numbers;
    }

    private static PublishedFiguresPage.Studied studied(World world) {
        return Objects.requireNonNull(STUDIED.get(world));
    }
}
