package org.evenkeel.core.instrument;

import java.util.List;
import java.util.OptionalInt;

/// What the answers to a questionnaire add up to.
public sealed interface Score {
    /// Every item was answered.
    ///
    /// @param total the total
    /// @param riskAnswer the answer to the item about self-harm, where the instrument has one
    record Complete(int total, OptionalInt riskAnswer) implements Score {}

    /// Few enough items were missing to estimate the total from the others.
    ///
    /// @param total the estimate
    /// @param riskAnswer the answer to the item about self-harm; never filled in, so empty when
    ///     it is among the missing
    /// @param missing numbers of the unanswered items
    record Prorated(int total, OptionalInt riskAnswer, List<Integer> missing) implements Score {
        public Prorated {
            missing = List.copyOf(missing);
        }
    }

    /// There is no total.
    ///
    /// @param problems what is wrong, one sentence each
    /// @param riskAnswer the answer to the item about self-harm: it calls for somebody though
    ///     nothing else can be told
    record Unscorable(List<String> problems, OptionalInt riskAnswer) implements Score {
        public Unscorable {
            problems = List.copyOf(problems);
        }
    }
}
