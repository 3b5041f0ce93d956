package org.evenkeel.core.forecast;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Courses as a reader of tests can take them in at a glance.
public final class Courses {
    private Courses() {}

    /// Ratings as `day:score`, treatments as days.
    public static Course of(String ratings, String treatments) {
        List<Rating> rated = new ArrayList<>();
        for (String each : words(ratings)) {
            int colon = each.indexOf(':');
            rated.add(Rating.of(
                    Integer.parseInt(each.substring(0, colon)),
                    Integer.parseInt(each.substring(colon + 1))));
        }
        List<Administration> given = new ArrayList<>();
        for (String each : words(treatments)) {
            given.add(treatment(Integer.parseInt(each)));
        }
        return new Course(new InstrumentId("phq-9"), rated, given);
    }

    /// A good response whose benefit lasts about three weeks a treatment.
    public static Course responder() {
        return of(
                "-1:19 7:8 14:4 21:5 28:8 35:11 42:5 49:6 56:10 63:4 70:5 77:7 84:10 91:4 98:5",
                "0 2 4 7 9 11 36 57 85");
    }

    /// The same course `days` later.
    public static Course shifted(Course course, int days) {
        return new Course(
                course.instrument(),
                course.ratings().stream()
                        .map(each -> new Rating(each.day() + days, each.score(), each.riskItem()))
                        .toList(),
                course.administrations().stream()
                        .map(each -> treatment(each.day() + days))
                        .toList());
    }

    /// A usual treatment.
    public static Administration treatment(int day) {
        return Administration.perKg(
                day, Drug.KETAMINE, Route.IV, new MgPerKg(new BigDecimal("0.5")));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" "));
    }
}
