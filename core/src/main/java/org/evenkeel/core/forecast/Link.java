package org.evenkeel.core.forecast;

/// A scale on which severity may be even: where a step means the same everywhere.
public enum Link {
    /// A point is a point.
    STRAIGHT,
    /// Points near the healthy end weigh more, as on a skewed scale, where those who are well
    /// vary little and those who are ill a lot.
    ROOT;

    /// Where the root begins below the scale, as a share of the scale.
    private static final double OFFSET = 0.05;

    /// Places of scores on this link's scale. The ends of an instrument's scale stay where they
    /// are.
    ///
    /// @param minimum the instrument's lowest score
    /// @param maximum its highest
    Places places(int minimum, int maximum) {
        return new Places(this, minimum, maximum);
    }

    /// Where scores and severities of one instrument lie on a link's scale.
    static final class Places {
        private final Link link;
        private final int minimum;
        private final double offset;
        private final double rootOfOffset;
        private final double stretch;
        /// Place and steepness of each whole score, and the place half a point above it.
        final double[] at;
        final double[] slope;
        final double[] above;

        private Places(Link link, int minimum, int maximum) {
            this.link = link;
            this.minimum = minimum;
            int range = maximum - minimum;
            offset = OFFSET * range;
            rootOfOffset = Math.sqrt(offset);
            stretch = range / (Math.sqrt(range + offset) - rootOfOffset);
            at = new double[range + 1];
            slope = new double[range + 1];
            above = new double[range + 1];
            for (int k = 0; k <= range; k++) {
                at[k] = place(minimum + k);
                slope[k] = slope(minimum + k);
                above[k] = place(minimum + k + 0.5);
            }
        }

        /// The place of a severity, which may lie somewhat beyond the scale.
        double place(double severity) {
            if (link == STRAIGHT) {
                return severity;
            }
            double points = severity - minimum;
            if (points < 0) {
                // Below the scale the curve goes on as its tangent.
                return minimum + points * stretch / (2 * rootOfOffset);
            }
            return minimum + stretch * (Math.sqrt(points + offset) - rootOfOffset);
        }

        /// The severity at a place.
        double severity(double place) {
            if (link == STRAIGHT) {
                return place;
            }
            double steps = place - minimum;
            if (steps < 0) {
                return minimum + steps * 2 * rootOfOffset / stretch;
            }
            double root = steps / stretch + rootOfOffset;
            return minimum + root * root - offset;
        }

        /// Steps of the link's scale for one point of severity.
        double slope(double severity) {
            if (link == STRAIGHT) {
                return 1;
            }
            double points = Math.max(0, severity - minimum);
            return stretch / (2 * Math.sqrt(points + offset));
        }
    }
}
