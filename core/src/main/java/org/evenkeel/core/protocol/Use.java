package org.evenkeel.core.protocol;

/// What a protocol may be used for.
public sealed interface Use {
    /// Patients may be put on it.
    record Enrol() implements Use {}

    /// It can be read, planned and compared; nobody is put on it.
    ///
    /// @param why why not
    /// @param words the same in a sentence
    record Reference(Why why, String words) implements Use {}

    /// Why nobody is put on a protocol.
    enum Why {
        /// A trial found no benefit in what it set out to change.
        NEGATIVE_TRIAL,
        /// A form of the drug that is only in trials.
        INVESTIGATIONAL,
        /// What a trial compared with.
        COMPARISON_ARM,
        /// One dose around birth, under obstetric care.
        PERINATAL,
        /// Doses are taken at home without staff.
        UNSUPERVISED
    }
}
