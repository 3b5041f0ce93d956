package org.evenkeel.core.booster;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Courses;
import org.evenkeel.core.safety.ReasonCode;

import java.util.List;

/// Random maintenance under the rule on steps: whatever is proposed keeps to it and says so.
final class StepRulePropertyTest {
    private static final int FLOOR = 7;
    private static final int LONGEST = 84;

    /// Days between treatments after the series, each with the score before its treatment,
    /// and one score since the last.
    record Lived(List<Integer> intervals, List<Integer> scores) {
        Course course() {
            StringBuilder ratings = new StringBuilder("-1:20 11:8");
            StringBuilder given = new StringBuilder("0 2 4 7 9 11");
            int day = 11;
            for (int i = 0; i < intervals.size(); i++) {
                day += intervals.get(i);
                ratings.append(" ").append(day).append(":").append(scores.get(i));
                given.append(" ").append(day);
            }
            ratings.append(" ").append(day + 3).append(":").append(scores.getLast());
            return Courses.of(ratings.toString(), given.toString());
        }

        int asOf() {
            return 11 + intervals.stream().mapToInt(Integer::intValue).sum() + 3;
        }

        /// Each of the last two visits differs by less than 3 from the one before and is at
        /// half of the 20 or below, and so is the score since.
        boolean isStable() {
            int last = intervals.size() - 1;
            if (last < 1) {
                return false;
            }
            int before = last < 2 ? 8 : scores.get(last - 2);
            int first = scores.get(last - 1);
            int second = scores.get(last);
            int now = scores.getLast();
            return Math.abs(first - before) < 3
                    && Math.abs(second - first) < 3
                    && now - second < 3
                    && first <= 10
                    && second <= 10
                    && now <= 10;
        }
    }

    @Provide
    Arbitrary<Lived> lived() {
        Arbitrary<List<Integer>> intervals =
                Arbitraries.integers().between(2, 100).list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<Integer>> scores =
                Arbitraries.integers().between(3, 14).list().ofSize(5);
        return Combinators.combine(intervals, scores).as(Lived::new);
    }

    @Property(tries = 400)
    void noWindowLeavesTheStepTheFloorOrTheScores(@ForAll("lived") Lived lived) {
        Course course = lived.course();
        Window window = Window.of(Protocols.content(Protocols.ruled()), course, lived.asOf());
        int present = Math.clamp(lived.intervals().getLast(), FLOOR, LONGEST);

        assertThat(window.shortestDays()).isGreaterThanOrEqualTo(FLOOR);
        assertThat(window.longestDays()).isBetween(window.shortestDays(), LONGEST);
        assertThat(window.longestDays()).isLessThanOrEqualTo(Math.max(FLOOR, present * 3 / 2));
        assertThat(window.shortestDays() * 100).isGreaterThanOrEqualTo(present * 67);
        if (!lived.isStable()) {
            assertThat(window.longestDays()).isLessThanOrEqualTo(present);
        } else if (!warns(window) && !waits(window)) {
            assertThat(window.longestDays()).isEqualTo(Math.min(LONGEST, present * 3 / 2));
        }
        if (warns(window) && present > window.shortestDays()) {
            assertThat(window.longestDays()).isLessThan(present);
        }
        if (window.longestDays() < LONGEST || window.shortestDays() > FLOOR) {
            assertThat(window.narrowed()).isNotEmpty();
        }
    }

    @Property(tries = 60)
    void noDateIsProposedOutsideTheWindow(@ForAll("lived") Lived lived) {
        Course course = lived.course();
        Content content = Protocols.content(Protocols.ruled());
        int last = course.treatmentDays().getLast();
        Window window = Window.of(content, course, lived.asOf());
        for (Objective objective :
                List.of(new Objective.WithinRisk(0.3), new Objective.LeastCost(4))) {
            if (BoosterPlanner.propose(content, course, objective, lived.asOf())
                    instanceof Book book) {
                int latest = Math.max(last + window.longestDays(), lived.asOf() + 1);
                assertThat(book.day()).isBetween(last + window.shortestDays(), latest);
                assertThat(book.reasons()).containsAll(window.narrowed());
            }
        }
    }

    private static boolean warns(Window window) {
        return says(window, ReasonCode.EARLY_WARNING);
    }

    private static boolean waits(Window window) {
        return says(window, ReasonCode.NOT_YET_LONGER);
    }

    private static boolean says(Window window, ReasonCode code) {
        return window.narrowed().stream().anyMatch(reason -> reason.code() == code);
    }
}
