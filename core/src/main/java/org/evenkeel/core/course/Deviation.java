package org.evenkeel.core.course;

import org.evenkeel.core.units.Mg;

/// Where a course departed from its protocol. It is no verdict: there may be a good reason.
public sealed interface Deviation {
    /// The day it is counted on: of the treatment, or the last day of a window nobody came in.
    int day();

    /// A treatment on a day outside the window of its visit.
    ///
    /// @param earliest first day of the window
    /// @param latest last day of the window
    record OutsideWindow(int day, int earliest, int latest) implements Deviation {}

    /// Another dose than the protocol's rule gives.
    ///
    /// @param given what was given
    /// @param least the least the rule gives
    /// @param most the most the rule gives
    record OtherDose(int day, Mg given, Mg least, Mg most) implements Deviation {}

    /// A visit of the series that was left out.
    ///
    /// @param day last day of its window
    /// @param earliest first day of its window
    record Skipped(int day, int earliest) implements Deviation {}
}
