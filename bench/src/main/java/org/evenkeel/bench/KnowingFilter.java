package org.evenkeel.bench;

import org.evenkeel.bench.AccuracyCohort.Case;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.insilico.World;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Forecasts by one who knows the law a world's patients live under and the population they are
/// drawn from, but not which of them this one is: as good as anyone's could be, up to chance.
///
/// A particle filter. Many patients drawn from the population live through the first series,
/// which is the same for everybody. For each patient some of them are drawn by how likely they
/// make the first answers, and live on through the patient's own treatments; each further answer
/// weighs them, and the likely ones are multiplied.
final class KnowingFilter {
    private static final int FIRST_DAY = -7;
    /// Up to this day all patients are treated on the same days.
    private static final int LAST_SHARED_DAY = 21;

    private static final int ASKED_EVERY_DAYS = 7;

    private final AnswerLaw answers;
    private final VirtualPatient[] begun;
    /// What those showed on each day on which one may be asked.
    private final TreeMap<Integer, float[]> clues = new TreeMap<>();
    private final int particles;
    private final long seed;

    /// How many there are.
    ///
    /// @param begun who live through the first series
    /// @param particles who live on, for each patient
    record Size(int begun, int particles) {
        Size doubled() {
            return new Size(2 * begun, 2 * particles);
        }
    }

    /// @param law draws a patient from the population
    /// @param seed decides what is left to chance; not one the patients were made with
    KnowingFilter(
            Function<RandomGenerator, VirtualPatient> law,
            AnswerLaw answers,
            Size size,
            long seed) {
        this.answers = answers;
        this.particles = size.particles;
        this.seed = seed;
        RandomGenerator chance = VirtualPatient.stream(seed, -1);
        begun = new VirtualPatient[size.begun];
        Arrays.setAll(begun, _ -> law.apply(chance));
        for (int day = FIRST_DAY; day <= LAST_SHARED_DAY; day++) {
            if (Math.floorMod(day, ASKED_EVERY_DAYS) == 0) {
                clues.put(day, shown());
            }
            for (VirtualPatient each : begun) {
                if (UsualCare.INDUCTION_DAYS.contains(day)) {
                    each.treat();
                }
                each.nextDay();
            }
        }
        answers.learned();
    }

    static KnowingFilter in(World world, Size size, long seed) {
        return new KnowingFilter(
                chance -> world.drawn(chance, chance), AnswerLaw.in(world), size, seed);
    }

    private float[] shown() {
        float[] shown = new float[begun.length];
        for (int n = 0; n < begun.length; n++) {
            double clue = answers.clue(begun[n]);
            answers.learn(clue, begun[n]);
            shown[n] = (float) clue;
        }
        return shown;
    }

    /// One for each later answer of a patient.
    ///
    /// @param number of the patient, who has a stream of chance of their own
    List<Predicted> predicted(Case patient, int number) {
        Set<Integer> treated = patient.course().administrations().stream()
                .map(Administration::day)
                .collect(Collectors.toSet());
        Map<Integer, Integer> known = scores(patient.known().ratings());
        Set<Integer> asked = scores(patient.later()).keySet();
        ParticleCloud cloud = afterTheSeries(known, VirtualPatient.stream(seed, number));
        List<Predicted> predicted = new ArrayList<>();
        int end = patient.later().getLast().day();
        for (int day = LAST_SHARED_DAY + 1; day <= end; day++) {
            Integer score = known.get(day);
            if (score != null) {
                cloud.weigh(day, score);
            }
            if (asked.contains(day)) {
                predicted.add(cloud.answers(day));
            }
            cloud.live(treated.contains(day));
        }
        return predicted;
    }

    private ParticleCloud afterTheSeries(Map<Integer, Integer> known, RandomGenerator chance) {
        ParticleCloud all = new ParticleCloud(begun, answers, chance);
        clues.forEach((day, shown) -> {
            Integer score = known.get(day);
            if (score != null) {
                all.weigh(day, score, shown);
            }
        });
        return all.drawn(particles);
    }

    private static Map<Integer, Integer> scores(List<Rating> ratings) {
        return ratings.stream().collect(Collectors.toMap(Rating::day, Rating::score));
    }
}
