package org.evenkeel.core.trial;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What is known of one patient so far: the answers that came and the treatments given.
public final class Chart {
    /// The first weekly decision, three days after the last treatment of the first series.
    static final int FIRST_DECISION = 14;

    private final List<Rating> ratings;
    private final List<Administration> given;

    Chart() {
        this(List.of(), List.of());
    }

    private Chart(List<Rating> ratings, List<Administration> given) {
        this.ratings = new ArrayList<>(ratings);
        this.given = new ArrayList<>(given);
    }

    Chart copy() {
        return new Chart(ratings, given);
    }

    void answered(int day, int score) {
        ratings.add(Rating.of(day, score));
    }

    void treated(int day) {
        given.add(Administration.perKg(day, Drug.KETAMINE, Route.IV, UsualCare.USUAL_DOSE));
    }

    /// The answers, by day.
    public List<Rating> ratings() {
        return Collections.unmodifiableList(ratings);
    }

    /// Day of the latest treatment.
    public int lastTreatment() {
        return given.getLast().day();
    }

    /// The latest score given up to a day. There is one from before the first treatment at
    /// least.
    int scoreUntil(int day) {
        return ratings.reversed().stream()
                .filter(rating -> rating.day() <= day)
                .findFirst()
                .orElseThrow()
                .score();
    }

    /// The interval the patient last had in maintenance, or a habitual one before there was
    /// any.
    int presentInterval() {
        int first = UsualCare.INDUCTION_DAYS.size();
        return given.size() <= first
                ? Habit.FIRST_INTERVAL_DAYS
                : Math.max(
                        Policy.SHORTEST_DAYS,
                        given.getLast().day() - given.get(given.size() - 2).day());
    }

    Course course() {
        return new Course(UsualCare.PHQ_9, ratings, given);
    }

    /// What clinics do where nothing else decides.
    private static final class Habit {
        /// LADDER-D of the project's clinical reference.
        static final int FIRST_INTERVAL_DAYS = 21;
    }
}
