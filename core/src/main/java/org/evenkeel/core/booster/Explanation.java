package org.evenkeel.core.booster;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Standing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Why an answer is what it is: what moved it, how the patient compares, what would change it and
/// what it does not know.
///
/// @param asOf the day of the answer
/// @param proposedDay the day proposed, where one is
/// @param day the day whose chance is explained: the proposed one, else that of the next review
/// @param unwell chance of being unwell on it without a treatment before it
/// @param influences what moved that chance, most first; small ones are left out
/// @param standing how the patient compares with the population
/// @param next what the next questionnaire would change, from better to worse
/// @param caveats what is not known
public record Explanation(
        int asOf,
        OptionalInt proposedDay,
        int day,
        double unwell,
        List<Influence> influences,
        Standing standing,
        List<NextAnswer> next,
        List<Caveat> caveats) {

    public Explanation {
        influences = List.copyOf(influences);
        next = List.copyOf(next);
        caveats = List.copyOf(caveats);
    }

    /// Explains what [BoosterPlanner#propose] answers to the same question; empty where there is no
    /// forecast to explain.
    public static Optional<Explanation> of(
            Content content, Course course, Objective objective, int asOf) {
        return new Explaining(content, course.until(asOf), objective, asOf).whole();
    }
}
