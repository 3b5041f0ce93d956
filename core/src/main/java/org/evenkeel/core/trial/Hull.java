package org.evenkeel.core.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What fixed intervals can reach: the lower convex hull of their points, treatments a year
/// across and days unwell a year up, cut off where more treatments no longer help.
///
/// @param corners from the fewest treatments on; days unwell fall from corner to corner
public record Hull(List<Point> corners) {

    /// What one policy comes to.
    public record Point(double treatments, double unwellDays) {
        double cost(double price) {
            return unwellDays + price * treatments;
        }
    }

    public Hull {
        corners = List.copyOf(corners);
        if (corners.isEmpty()) {
            throw new IllegalArgumentException("a hull needs at least 1 point");
        }
    }

    /// The hull of some points, at least one.
    public static Hull of(List<Point> points) {
        List<Point> sorted = points.stream()
                .sorted(Comparator.comparingDouble(Point::treatments)
                        .thenComparingDouble(Point::unwellDays))
                .toList();
        List<Point> hull = new ArrayList<>();
        for (Point next : sorted) {
            if (!hull.isEmpty() && next.unwellDays >= hull.getLast().unwellDays) {
                continue;
            }
            while (hull.size() > 1 && !bends(hull.get(hull.size() - 2), hull.getLast(), next)) {
                hull.removeLast();
            }
            hull.add(next);
        }
        return new Hull(hull);
    }

    /// Whether `b` lies below the line from `a` to `c`.
    private static boolean bends(Point a, Point b, Point c) {
        double along = (b.treatments - a.treatments) * (c.unwellDays - a.unwellDays);
        double up = (b.unwellDays - a.unwellDays) * (c.treatments - a.treatments);
        return up < along;
    }

    /// Least cost of any corner; no mixture of fixed intervals costs less.
    double leastCost(double price) {
        return corners.stream().mapToDouble(each -> each.cost(price)).min().orElseThrow();
    }

    /// Days unwell that fixed intervals come to with so many treatments; those of the first
    /// or last corner beyond the hull's ends.
    double unwellDays(double treatments) {
        Point before = corners.getFirst();
        for (Point corner : corners) {
            if (corner.treatments > treatments) {
                return between(
                        treatments,
                        before.treatments,
                        corner.treatments,
                        before.unwellDays,
                        corner.unwellDays);
            }
            before = corner;
        }
        return before.unwellDays;
    }

    /// Treatments fixed intervals need for so few days unwell; `NaN` where none come down to
    /// it.
    double treatments(double unwellDays) {
        Point before = corners.getFirst();
        for (Point corner : corners) {
            if (corner.unwellDays <= unwellDays) {
                return between(
                        unwellDays,
                        before.unwellDays,
                        corner.unwellDays,
                        before.treatments,
                        corner.treatments);
            }
            before = corner;
        }
        return Double.NaN;
    }

    private static double between(double x, double x0, double x1, double y0, double y1) {
        return x1 == x0 ? y0 : y0 + (x - x0) / (x1 - x0) * (y1 - y0);
    }
}
