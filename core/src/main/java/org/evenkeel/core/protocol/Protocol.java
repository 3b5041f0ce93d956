package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A treatment protocol, one version of it.
///
/// @param id its id
/// @param version version of the content file
/// @param title name for people
/// @param use whether patients may be put on it
/// @param agent what is given
/// @param route the route
/// @param standing what it treats and what stands behind it
/// @param minimumAge youngest age in years it holds for
/// @param dose how a dose is found
/// @param minutes minutes an administration lasts; empty where it is not an infusion
/// @param series the dated series in order: induction first, continuation after it
/// @param maintenance what follows the series, if anything; it is optional for every patient
/// @param observation how long a patient is watched; empty only for a reference
/// @param supervision how patients are watched over; [Supervision#NONE] only for a reference
/// @param assessments questionnaires and scales with their days
/// @param therapy psychotherapy that belongs to it
/// @param caveats what a page must say beside it (unverified parts, N = 1)
/// @param sources citations
public record Protocol(
        ProtocolId id,
        String version,
        String title,
        Use use,
        Agent agent,
        Route route,
        Standing standing,
        Cited<Integer> minimumAge,
        DoseRule dose,
        Optional<Cited<Integer>> minutes,
        List<Series> series,
        Optional<Maintenance> maintenance,
        Optional<Observation> observation,
        Supervision supervision,
        List<Assessment> assessments,
        List<TherapyBlock> therapy,
        List<String> caveats,
        List<String> sources) {

    public Protocol {
        series = List.copyOf(series);
        assessments = List.copyOf(assessments);
        therapy = List.copyOf(therapy);
        caveats = List.copyOf(caveats);
        sources = List.copyOf(sources);
        requireSchedule(id, series, maintenance);
        if (use instanceof Use.Enrol) {
            requireSafe(id, agent, observation, supervision);
        }
    }

    private static void requireSchedule(
            ProtocolId id, List<Series> series, Optional<Maintenance> maintenance) {
        if (series.isEmpty() || series.getFirst().phase() != Phase.INDUCTION) {
            throw new IllegalArgumentException(id + " must begin with an induction series");
        }
        if (series.getFirst().days().getFirst() != 0) {
            throw new IllegalArgumentException(
                    id + " must begin on day 0, got " + series.getFirst().days().getFirst());
        }
        Series.requireOrder(id, series);
        Series last = series.getLast();
        maintenance
                .flatMap(Maintenance::usual)
                .ifPresent(usual -> Window.requireApart(
                        id,
                        last.days().getLast(),
                        last.window().after().value(),
                        last.days().getLast() + usual.days().value(),
                        usual.window().before().value()));
    }

    /// Nobody is put on a protocol that says nothing of how they are watched.
    private static void requireSafe(
            ProtocolId id, Agent agent, Optional<Observation> observation, Supervision rules) {
        if (agent.drug().isEmpty()) {
            throw new IllegalArgumentException(id + ": " + agent.name().toLowerCase(Locale.ROOT)
                    + " is no treatment here, so " + "the protocol can only be for reference");
        }
        if (observation.isEmpty() || rules.holds().isEmpty() || rules.watches().isEmpty()) {
            throw new IllegalArgumentException(id + " must say how patients are observed, what is "
                    + "measured and when a dose is held, or be for reference only");
        }
    }

    /// Whether patients may be put on it.
    public boolean mayEnrol() {
        return use instanceof Use.Enrol;
    }

    /// Why nobody may be put on it; empty where they may.
    public Optional<String> whyNotEnrol() {
        return switch (use) {
            case Use.Enrol _ -> Optional.empty();
            case Use.Reference reference ->
                Optional.of(id + " is for reference only: " + reference.words());
        };
    }

    /// What it treats.
    public String indication() {
        return standing.indication();
    }

    /// How regulators stand to this use, in words.
    public String labelStatus() {
        return standing.labelStatus();
    }

    /// What stands behind it, in one line (design and N).
    public String evidence() {
        return standing.evidence();
    }

    /// How many treatments make a full induction.
    public int inductionVisits() {
        return (int) series.stream()
                .filter(part -> part.phase() == Phase.INDUCTION)
                .mapToLong(part -> part.days().size())
                .sum();
    }

    /// How many dated visits come before maintenance: induction and continuation.
    public int seriesVisits() {
        return series.stream().mapToInt(part -> part.days().size()).sum();
    }

    /// The study day of the last visit of the induction.
    public int lastInductionDay() {
        return series.stream()
                .filter(part -> part.phase() == Phase.INDUCTION)
                .mapToInt(part -> part.days().getLast())
                .max()
                .orElseThrow();
    }
}
