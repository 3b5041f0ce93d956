package org.evenkeel.core.consent;

import org.evenkeel.core.consent.Validity.Lack;
import org.evenkeel.core.consent.Validity.Reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// All that a patient agreed to and took back, oldest first.
public record Consents(List<Event> events) {
    /// A patient who was never asked.
    public static final Consents NONE = new Consents(List.of());

    public Consents {
        events = List.copyOf(events);
    }

    /// Something the patient said.
    public sealed interface Event {}

    /// They agreed.
    ///
    /// @param on the day
    /// @param use to what
    /// @param digest of the text they read
    /// @param risks of their own that they were told of
    /// @param agreed what they chose; always care
    public record Given(
            LocalDate on, Manner use, String digest, Set<String> risks, Set<Choice> agreed)
            implements Event {
        public Given {
            risks = Set.copyOf(risks);
            agreed = Set.copyOf(agreed);
            if (!agreed.contains(Choice.CARE)) {
                throw new IllegalArgumentException("who does not agree to care signs nothing");
            }
        }
    }

    /// They took a choice back.
    ///
    /// @param on the day
    /// @param choice which
    public record Withdrawn(LocalDate on, Choice choice) implements Event {}

    /// What a treatment needs.
    ///
    /// @param use what is to be done
    /// @param digest of the text that is read today for it
    /// @param months how long an agreement holds
    /// @param risks of the patient's own, as known today
    public record Needed(Manner use, String digest, int months, Set<String> risks) {
        public Needed {
            risks = Set.copyOf(risks);
        }
    }

    /// Whether a choice stands: the last word about it counts, whichever use it was said for, and
    /// without a word it does not.
    public boolean agrees(Choice choice) {
        boolean agrees = false;
        for (Event event : events) {
            agrees = switch (event) {
                case Given given -> given.agreed().contains(choice);
                case Withdrawn withdrawn -> agrees && withdrawn.choice() != choice;
            };
        }
        return agrees;
    }

    /// Every choice that stands.
    public Set<Choice> agreed() {
        Set<Choice> agreed = EnumSet.noneOf(Choice.class);
        for (Choice each : Choice.values()) {
            if (agrees(each)) {
                agreed.add(each);
            }
        }
        return agreed;
    }

    /// Whether there is consent to a treatment today. Of several, the last one for the same use
    /// counts; where there is none, the last one of all tells what differs.
    public Validity standing(Needed needed, LocalDate today) {
        List<Given> standing = new ArrayList<>();
        boolean ever = false;
        for (Event event : events) {
            switch (event) {
                case Given given -> {
                    standing.add(given);
                    ever = true;
                }
                case Withdrawn withdrawn when withdrawn.choice() == Choice.CARE -> standing.clear();
                case Withdrawn _ -> {
                    // Care goes on without research, recording or contact.
                }
            }
        }
        if (standing.isEmpty()) {
            return new Validity.Lacking(
                    List.of(new Lack(ever ? Reason.WITHDRAWN : Reason.NEVER_GIVEN, Set.of())));
        }
        Optional<Given> same = standing.stream()
                .filter(given -> given.use().equals(needed.use()))
                .reduce((_, later) -> later);
        return same.map(given -> of(given, needed, today))
                .orElseGet(() ->
                        new Validity.Lacking(differences(standing.getLast().use(), needed.use())));
    }

    private static Validity of(Given given, Needed needed, LocalDate today) {
        List<Lack> lacks = new ArrayList<>();
        LocalDate through = given.on().plusMonths(needed.months());
        if (today.isAfter(through)) {
            lacks.add(new Lack(Reason.TOO_OLD, Set.of()));
        }
        if (!given.digest().equals(needed.digest())) {
            lacks.add(new Lack(Reason.TEXT_CHANGED, Set.of()));
        }
        Set<String> untold = new TreeSet<>(needed.risks());
        untold.removeAll(given.risks());
        if (!untold.isEmpty()) {
            lacks.add(new Lack(Reason.RISK_CHANGED, untold));
        }
        return lacks.isEmpty() ? new Validity.Holds(given, through) : new Validity.Lacking(lacks);
    }

    private static List<Lack> differences(Manner given, Manner needed) {
        List<Lack> lacks = new ArrayList<>();
        if (given.drug() != needed.drug() || given.route() != needed.route()) {
            lacks.add(new Lack(Reason.ROUTE_CHANGED, Set.of()));
        }
        if (!Objects.equals(given.label(), needed.label())) {
            lacks.add(new Lack(Reason.LABEL_CHANGED, Set.of()));
        }
        return lacks;
    }
}
