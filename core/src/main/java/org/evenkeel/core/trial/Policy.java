package org.evenkeel.core.trial;

import org.evenkeel.core.booster.Content;
import org.evenkeel.core.booster.Objective;

import java.util.OptionalInt;

/// A way to decide, once a week, on which day of the coming week to treat, if at all.
public sealed interface Policy {

    /// Shortest interval of maintenance, in days; the policies' common bounds.
    int SHORTEST_DAYS = 7;

    /// Longest interval of maintenance, in days.
    int LONGEST_DAYS = 84;

    /// Name in tables, for example `fixed-21`.
    String id();

    /// A policy that decides from the chart alone.
    sealed interface Rule extends Policy {
        /// The day on which the next treatment falls due by what is known at the end of
        /// today; empty for never.
        OptionalInt due(Chart chart, int today);
    }

    /// No treatment after the first series.
    record Never() implements Rule {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public OptionalInt due(Chart chart, int today) {
            return OptionalInt.empty();
        }
    }

    /// Always the same interval.
    ///
    /// @param days 7 to 84
    record Fixed(int days) implements Rule {
        public Fixed {
            if (days < SHORTEST_DAYS || days > LONGEST_DAYS) {
                throw new IllegalArgumentException("a fixed interval must be " + SHORTEST_DAYS
                        + " to " + LONGEST_DAYS + " days, got " + days);
            }
        }

        @Override
        public String id() {
            return "fixed-" + days;
        }

        @Override
        public OptionalInt due(Chart chart, int today) {
            return OptionalInt.of(chart.lastTreatment() + days);
        }
    }

    /// The rule of SUSTAIN-1: weekly for four weeks, then set every four weeks by the latest
    /// score, every two weeks in remission and weekly otherwise. Its MADRS of at most 12 is
    /// read as a PHQ-9 below 5.
    record SustainOne() implements Rule {
        private static final int REMISSION_BELOW = 5;

        @Override
        public String id() {
            return "sustain-1";
        }

        @Override
        public OptionalInt due(Chart chart, int today) {
            int review = Reviews.latest(today);
            boolean remitted =
                    review > Chart.FIRST_DECISION && chart.scoreUntil(review) < REMISSION_BELOW;
            return OptionalInt.of(chart.lastTreatment() + (remitted ? 14 : 7));
        }
    }

    /// The table of SUSTAIN-3: every four weeks the interval is doubled, to at most four
    /// weeks, if the patient does well, and halved otherwise. Its CGI-S of at most 3 is read
    /// as a PHQ-9 of at most 9; where the table leaves a step to judgement, it is taken.
    record SustainThree() implements Rule {
        private static final int WELL_TO = 9;

        @Override
        public String id() {
            return "sustain-3";
        }

        @Override
        public OptionalInt due(Chart chart, int today) {
            int interval = 7;
            int latest = Reviews.latest(today);
            for (int review = Reviews.FIRST; review <= latest; review += Reviews.EVERY_DAYS) {
                boolean well = chart.scoreUntil(review) <= WELL_TO;
                interval = well ? Math.min(28, 2 * interval) : Math.max(7, interval / 2);
            }
            return OptionalInt.of(chart.lastTreatment() + interval);
        }
    }

    /// A treatment only when a rise of the score is confirmed by the next answer, and at the
    /// longest interval.
    record WhenWorse() implements Rule {
        @Override
        public String id() {
            return "early-warning";
        }

        @Override
        public OptionalInt due(Chart chart, int today) {
            boolean warned = EarlyWarning.confirmed(chart.ratings(), chart.lastTreatment());
            int soonest = Math.max(today + 1, chart.lastTreatment() + SHORTEST_DAYS);
            return OptionalInt.of(warned ? soonest : chart.lastTreatment() + LONGEST_DAYS);
        }
    }

    /// What this project's planner proposes.
    ///
    /// @param id name in tables
    /// @param content what proposals rest on
    /// @param objective what they should achieve
    /// @param whenAsked what the clinician does who is asked instead of being given a date
    record Ours(String id, Content content, Objective objective, WhenAsked whenAsked)
            implements Policy {}

    /// What a clinician does when the planner asks; which of the two is nobody's to know, so
    /// a trial reports both.
    enum WhenAsked {
        /// does not treat this week
        WAITS,
        /// goes on at the interval the patient last had
        KEEPS_INTERVAL
    }

    /// Perfect hindsight: knows every coming day of the patient, treated or not. Its schedule
    /// is searched, so what it reaches is a bound from the side of the possible: hindsight
    /// could do at least so well.
    ///
    /// @param treatmentPriceDays what one treatment costs, in days unwell
    record Clairvoyant(double treatmentPriceDays) implements Policy {
        @Override
        public String id() {
            return "clairvoyant";
        }
    }
}
