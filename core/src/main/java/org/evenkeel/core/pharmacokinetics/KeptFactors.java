package org.evenkeel.core.pharmacokinetics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The factors of the steps that are taken most often, kept for a block of subjects; those
/// of the others are worked out each time they are needed.
final class KeptFactors {
    /// So many fit a core's own cache.
    private static final int MOST = 16;

    private final List<Timeline.Step> steps;
    private final StepFactors[] kept;
    /// Where a step's factors are kept; -1 where they are not.
    private final int[] places;
    private final boolean[] isSet;
    private final StepFactors passing;

    KeptFactors(List<Timeline.Step> steps, int width) {
        this.steps = steps;
        int[] often = IntStream.range(0, steps.size())
                .filter(step -> steps.get(step).uses() > 1)
                .boxed()
                .sorted(Comparator.comparingInt(step -> -steps.get(step).uses()))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        places = new int[steps.size()];
        Arrays.fill(places, -1);
        kept = new StepFactors[often.length];
        for (int place = 0; place < often.length; place++) {
            places[often[place]] = place;
            kept[place] = new StepFactors(width);
        }
        isSet = new boolean[often.length];
        passing = new StepFactors(width);
    }

    /// Forgets the factors: other subjects come.
    void forget() {
        Arrays.fill(isSet, false);
    }

    /// The factors of a step for the block's subjects, until the next call.
    StepFactors of(int step, Modes modes) {
        int place = places[step];
        if (place < 0) {
            passing.set(modes, steps.get(step));
            return passing;
        }
        if (!isSet[place]) {
            kept[place].set(modes, steps.get(step));
            isSet[place] = true;
        }
        return kept[place];
    }
}
