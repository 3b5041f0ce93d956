package org.evenkeel.core.protocol;

import org.evenkeel.core.protocol.Maintenance.Usual;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// A protocol laid out in days: what would be done if everything went to plan.
///
/// Days ascend, every visit lies within its window, and no window reaches into another one.
///
/// @param visits the visits, the first on day 0
/// @param notes what must be read beside them
public record Plan(List<Visit> visits, List<String> notes) {
    public Plan {
        visits = List.copyOf(visits);
        notes = List.copyOf(notes);
    }

    /// One planned treatment.
    ///
    /// @param number counts from 1 through the plan
    /// @param day study day
    /// @param phase phase of the treatment
    /// @param dose the dose, where the rule can tell it
    /// @param earliest first day of its window
    /// @param latest last day of its window
    public record Visit(int number, int day, Phase phase, Dose dose, int earliest, int latest) {}

    /// Lays a protocol out from day 0 through `lastDay`.
    ///
    /// The first maintenance visit comes one usual interval after the last visit of the series.
    /// Where the protocol has no usual interval there are none: a proposal dates them.
    public static Plan of(Protocol protocol, Body body, int lastDay) {
        Draft draft = new Draft(protocol, body, lastDay);
        for (Series series : protocol.series()) {
            for (int day : series.days()) {
                draft.visit(day, series.phase(), series.window());
            }
        }
        protocol.maintenance()
                .ifPresentOrElse(
                        draft::maintenance,
                        () -> draft.notes.add(protocol.id() + " has no maintenance"));
        return new Plan(draft.visits, List.copyOf(draft.notes));
    }

    private static final class Draft {
        private final Protocol protocol;
        private final Body body;
        private final int lastDay;
        private final List<Visit> visits = new ArrayList<>();
        private final SequencedSet<String> notes = new LinkedHashSet<>();

        Draft(Protocol protocol, Body body, int lastDay) {
            this.protocol = protocol;
            this.body = body;
            this.lastDay = lastDay;
        }

        void visit(int day, Phase phase, Window window) {
            if (day > lastDay) {
                return;
            }
            Dose dose = Dosing.dose(protocol, body, visits.isEmpty());
            switch (dose) {
                case Dose.Amount amount ->
                    amount.note().ifPresent(note -> notes.add("dose after the first: " + note));
                case Dose.Unknown unknown -> notes.add("no dose: " + unknown.reason());
            }
            // The first treatment is day 0 by definition, so nothing can come before it.
            int earliest = Math.max(0, day - window.before().value());
            int latest = day + window.after().value();
            visits.add(new Visit(visits.size() + 1, day, phase, dose, earliest, latest));
        }

        void maintenance(Maintenance maintenance) {
            if (maintenance.usual().isEmpty()) {
                notes.add("maintenance is dated by proposal, "
                        + maintenance.bounds().minimumDays().value() + " to "
                        + maintenance.bounds().maximumDays().value()
                        + " days after the last treatment");
                return;
            }
            Usual usual = maintenance.usual().get();
            int day =
                    protocol.series().getLast().days().getLast() + usual.days().value();
            while (day <= lastDay) {
                visit(day, Phase.MAINTENANCE, usual.window());
                day += usual.days().value();
            }
        }
    }
}
