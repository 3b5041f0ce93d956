package org.evenkeel.bench;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.insilico.World;
import org.evenkeel.core.instrument.Instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Virtual patients of one world, each cut off on a day of their own, and what they answered in
/// the eight weeks after it.
///
/// @param world the law they live under
/// @param cases the patients of whom a forecast can be asked
/// @param refused patients who had no recent score on their day, and are left out for everybody
record AccuracyCohort(World world, List<Case> cases, int refused) {
    /// First and last day after the cut that counts.
    static final int FROM = 7;

    static final int TO = 56;

    private static final int FIRST_CUT = 30;
    private static final int CUTS = 300;

    /// One patient.
    ///
    /// @param course everything, past and to come
    /// @param asOf the last day a method may look at
    /// @param later answers it has to forecast
    record Case(Course course, int asOf, List<Rating> later) {
        Course known() {
            return course.until(asOf);
        }

        /// Treatments after the cut: given to every method as if planned.
        List<Integer> planned() {
            return course.administrations().stream()
                    .map(Administration::day)
                    .filter(day -> day > asOf)
                    .toList();
        }

        int lastScore() {
            return known().latestRating().orElseThrow().score();
        }
    }

    /// One answer to forecast.
    ///
    /// @param patient number of the case
    /// @param horizon days after the cut
    /// @param last score known last
    /// @param score what was answered
    record Outcome(int patient, int horizon, int last, int score) {}

    static AccuracyCohort lived(
            World world, int patients, long seed, Instrument instrument, Prior prior) {
        List<Case> cases = new ArrayList<>();
        int refused = 0;
        for (int n = 0; n < patients; n++) {
            Case each = lived(world, seed, n);
            boolean answers = RelapseModel.posterior(each.course, instrument, prior, each.asOf)
                    instanceof Fitted;
            if (!answers) {
                refused++;
            } else if (!each.later.isEmpty()) {
                cases.add(each);
            }
        }
        return new AccuracyCohort(world, List.copyOf(cases), refused);
    }

    private static Case lived(World world, long seed, int number) {
        RandomGenerator draw = VirtualPatient.stream(seed, number);
        RandomGenerator life = VirtualPatient.stream(seed + 1, number);
        VirtualPatient patient = world.drawn(draw, life);
        int asOf = FIRST_CUT + draw.nextInt(CUTS);
        Course course = UsualCare.drawn(draw).live(patient, asOf + TO + 1, draw).course();
        List<Rating> later = course.ratings().stream()
                .filter(rating -> rating.day() >= asOf + FROM)
                .toList();
        return new Case(course, asOf, later);
    }

    /// All answers, in the order of the cases and their days.
    List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int n = 0; n < cases.size(); n++) {
            Case each = cases.get(n);
            for (Rating rating : each.later) {
                outcomes.add(
                        new Outcome(n, rating.day() - each.asOf, each.lastScore(), rating.score()));
            }
        }
        return outcomes;
    }

    int knownScores() {
        return cases.stream().mapToInt(each -> each.known().ratings().size()).sum();
    }
}
