package org.evenkeel.core.trial;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Schedules that differ from one by a single treatment moved, dropped or added.
final class Neighbours {
    private static final int[] MOVES = {-7, -3, -2, -1, 1, 2, 3, 7};
    private static final int ADDED_EVERY_DAYS = 3;

    private Neighbours() {}

    static List<BitSet> of(BitSet schedule, Enrolled enrolled) {
        List<BitSet> neighbours = new ArrayList<>();
        for (int day = schedule.nextSetBit(0); day >= 0; day = schedule.nextSetBit(day + 1)) {
            BitSet dropped = without(schedule, day);
            neighbours.add(dropped);
            for (int move : MOVES) {
                addAllowed(neighbours, dropped, day + move, enrolled);
            }
        }
        int from = Chart.FIRST_DECISION;
        for (int day = from; day < enrolled.end(); day += ADDED_EVERY_DAYS) {
            addAllowed(neighbours, schedule, day, enrolled);
        }
        return neighbours;
    }

    private static BitSet without(BitSet schedule, int day) {
        BitSet dropped = (BitSet) schedule.clone();
        dropped.clear(day);
        return dropped;
    }

    /// Adds the schedule with one more day, if that day is far enough from the others.
    private static void addAllowed(List<BitSet> to, BitSet schedule, int day, Enrolled enrolled) {
        int earliest = enrolled.chart().lastTreatment() + Policy.SHORTEST_DAYS;
        if (day < Math.max(earliest, Chart.FIRST_DECISION) || day >= enrolled.end()) {
            return;
        }
        int near = schedule.nextSetBit(Math.max(0, day - Policy.SHORTEST_DAYS + 1));
        if (near < 0 || near >= day + Policy.SHORTEST_DAYS) {
            BitSet more = (BitSet) schedule.clone();
            more.set(day);
            to.add(more);
        }
    }
}
