package org.evenkeel.core.trial;

import org.evenkeel.core.insilico.World;

import java.util.ArrayList;
import java.util.List;

/// A trial in silico: which patients, under which policies.
///
/// Its patients are cut into blocks that can be lived in any order and on any thread; the
/// blocks also carry the uncertainty of the figures.
///
/// @param world the law the patients live under
/// @param visits how the clinic's appointments and questionnaires fare
/// @param patients how many
/// @param seed decides everything that is left to chance
/// @param policies what they are treated by, each patient by all of them
public record Trial(World world, Visits visits, int patients, long seed, List<Policy> policies) {
    private static final int MOST_BLOCKS = 100;

    public Trial {
        policies = List.copyOf(policies);
        if (patients < 2) {
            throw new IllegalArgumentException(
                    "a trial needs at least 2 patients, got " + patients);
        }
    }

    /// How many blocks there are: 100, or one a patient where there are fewer.
    public int blocks() {
        return Math.min(MOST_BLOCKS, patients);
    }

    /// Lives one block of patients.
    ///
    /// @param block 0 to [#blocks] - 1
    /// @return a tally for each policy, in their order
    public List<Tally> live(int block) {
        List<Tally> tallies = new ArrayList<>();
        policies.forEach(_ -> tallies.add(new Tally()));
        for (long n = first(block); n < first(block + 1); n++) {
            Enrolled enrolled = Enrolled.in(world, visits, seed, n);
            for (int i = 0; i < tallies.size(); i++) {
                Life.live(enrolled, policies.get(i), visits, tallies.get(i));
            }
        }
        return tallies;
    }

    private long first(int block) {
        return (long) patients * block / blocks();
    }
}
