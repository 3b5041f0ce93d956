package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

import java.util.List;

/// What is measured around a dose, and when.
///
/// @param what ids of the vocabulary's quantities, for example `systolic`
/// @param timing when
/// @param words the same in words, and where it comes from
public record Watch(List<String> what, Timing timing, Cited<String> words) {
    public Watch {
        what = List.copyOf(what);
        if (what.isEmpty()) {
            throw new IllegalArgumentException("something must be measured, got nothing");
        }
    }

    /// When something is measured, in minutes after the dose began.
    public sealed interface Timing {
        /// Once before the dose.
        record Before() implements Timing {}

        /// At named minutes.
        record At(List<Integer> minutes) implements Timing {
            public At {
                minutes = List.copyOf(minutes);
            }
        }

        /// Again and again.
        ///
        /// @param from first minute
        /// @param every minutes between two
        /// @param until last minute
        record Every(int from, int every, int until) implements Timing {
            public Every {
                if (every < 1 || until < from) {
                    throw new IllegalArgumentException("a cadence must be 1 minute or more and "
                            + "rise, got every " + every + " from " + from + " to " + until);
                }
            }
        }

        /// Without a break.
        record Throughout(int from, int until) implements Timing {}

        /// Once before the patient leaves.
        record Leaving() implements Timing {}
    }
}
