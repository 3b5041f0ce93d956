package org.evenkeel.core.protocol;

import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.stream.IntStream;

/// A questionnaire or scale and when it is due.
///
/// @param instrument which; it need not be one that the program can score
/// @param anchor what the days are counted from
/// @param days offsets in days; for [Anchor#REPEATED] the one number of days between two
public record Assessment(InstrumentId instrument, Anchor anchor, Cited<List<Integer>> days) {
    public Assessment {
        days = days.map(List::copyOf);
        boolean repeats = anchor == Anchor.REPEATED;
        if (days.value().isEmpty()
                || repeats && (days.value().size() > 1 || days.value().getFirst() < 1)) {
            throw new IllegalArgumentException(instrument + ": a repeated scale has one number of "
                    + "days above 0, others one or more, got " + days.value());
        }
    }

    /// What days are counted from.
    public enum Anchor {
        /// The first treatment.
        START,
        /// Every treatment.
        EACH_VISIT,
        /// The last treatment of the induction.
        LAST_INDUCTION,
        /// Again and again from the first treatment on.
        REPEATED
    }

    /// Study days on which it is due, ascending, through a last day.
    ///
    /// @param protocol the protocol it belongs to
    /// @param visits days of the treatments
    /// @param lastDay the last day that is looked at
    public List<Integer> due(Protocol protocol, List<Integer> visits, int lastDay) {
        List<Integer> offsets = days.value();
        IntStream due = switch (anchor) {
            case START -> offsets.stream().mapToInt(day -> day);
            case EACH_VISIT ->
                visits.stream()
                        .flatMapToInt(visit -> offsets.stream().mapToInt(day -> visit + day));
            case LAST_INDUCTION ->
                offsets.stream().mapToInt(day -> protocol.lastInductionDay() + day);
            case REPEATED ->
                IntStream.iterate(0, day -> day <= lastDay, day -> day + offsets.getFirst());
        };
        return due.filter(day -> day <= lastDay).sorted().distinct().boxed().toList();
    }
}
