package org.evenkeel.core.pharmacokinetics;

/// A point in time to twice the digits of a `double`: the end of an infusion is the exact
/// sum of its beginning and duration, so that no short infusion late in a long course is
/// cut or stretched.
///
/// @param hour the nearest `double`
/// @param rest what is left beyond it, below half a unit in its last place
record Moment(double hour, double rest) implements Comparable<Moment> {

    static Moment at(double hour) {
        return new Moment(hour, 0);
    }

    /// This moment and a time later, by Knuth's exact sum of two.
    Moment plus(double hours) {
        double sum = hour + hours;
        double share = sum - hour;
        double error = (hour - (sum - share)) + (hours - share) + rest;
        double normal = sum + error;
        return new Moment(normal, error - (normal - sum));
    }

    /// The hours since an earlier moment.
    double since(Moment earlier) {
        return (hour - earlier.hour) + (rest - earlier.rest);
    }

    @Override
    public int compareTo(Moment other) {
        int byHour = Double.compare(hour, other.hour);
        return byHour == 0 ? Double.compare(rest, other.rest) : byHour;
    }
}
