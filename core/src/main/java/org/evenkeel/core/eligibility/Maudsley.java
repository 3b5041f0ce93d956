package org.evenkeel.core.eligibility;

import org.evenkeel.core.eligibility.Staged.Part;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Diagnosed;
import org.evenkeel.core.history.Fact.Measured;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The Maudsley Staging Method: duration, severity and failed treatments of a depression, 3 to 15.
///
/// @param title name for people, with its evidence
/// @param adequacy when a trial counts
/// @param duration points by weeks of the present episode, ascending
/// @param severity points by the code of the diagnosis
/// @param failures points by the number of antidepressants that failed, ascending
/// @param augmented points where something was added to an antidepressant
/// @param convulsive points where electroconvulsive therapy was had
/// @param stages what totals mean, ascending
public record Maudsley(
        Cited<String> title,
        Adequacy adequacy,
        List<Band> duration,
        List<Grade> severity,
        List<Band> failures,
        int augmented,
        int convulsive,
        List<Band> stages) {
    private static final String EPISODE_WEEKS = "episode-weeks";
    private static final String CONVULSIVE = "ect";

    public Maudsley {
        duration = inOrder(duration);
        severity = List.copyOf(severity);
        failures = inOrder(failures);
        stages = inOrder(stages);
        if (severity.isEmpty()) {
            throw new IllegalArgumentException("at least one grade of severity must be named");
        }
    }

    /// Up to which number there are how many points, or which stage.
    ///
    /// @param upTo the greatest number; empty for all greater ones
    /// @param points how many
    /// @param words what it is called
    public record Band(Optional<Integer> upTo, int points, String words) {
        private boolean holds(int number) {
            return upTo.map(most -> number <= most).orElse(true);
        }
    }

    /// How severe a diagnosis says that an episode is.
    ///
    /// @param codes beginnings of codes
    public record Grade(Set<String> codes, int points, String words) {
        public Grade {
            codes = Set.copyOf(codes);
        }
    }

    private static List<Band> inOrder(List<Band> bands) {
        for (int at = 0; at < bands.size(); at++) {
            boolean last = at == bands.size() - 1;
            if (last == bands.get(at).upTo().isPresent()) {
                throw new IllegalArgumentException("the last band, and no other, has no end");
            }
            if (at > 0
                    && !last
                    && bands.get(at).upTo().get() <= bands.get(at - 1).upTo().get()) {
                throw new IllegalArgumentException("bands must ascend");
            }
        }
        return List.copyOf(bands);
    }

    /// The stage of a patient on a day.
    public Staged of(Chart chart, LocalDate day) {
        List<Part> parts = List.of(
                duration(chart, day),
                severity(chart, day),
                failures(chart, day),
                augmentation(chart, day),
                convulsive(chart, day));
        BigDecimal least = parts.stream().map(Part::least).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = parts.stream().map(Part::most).reduce(BigDecimal.ZERO, BigDecimal::add);
        String from = band(stages, least.intValueExact()).words();
        String to = band(stages, most.intValueExact()).words();
        return new Staged(title, least, most, from.equals(to) ? from : from + " to " + to, parts);
    }

    private Part duration(Chart chart, LocalDate day) {
        String what = "Duration of the episode";
        Optional<Measured> weeks = Chart.latest(
                chart.measurements().stream().filter(each -> each.quantity().equals(EPISODE_WEEKS)),
                day);
        return weeks.map(found -> {
                    // The episode has gone on since it was asked for.
                    long since = (day.toEpochDay() - found.on().toEpochDay()) / 7;
                    int now = found.value().setScale(0, RoundingMode.CEILING).intValueExact();
                    Band band = band(duration, Math.toIntExact(now + since));
                    return Part.known(what + ": " + band.words(), band.points(), List.of(found));
                })
                .orElseGet(() -> open(what, duration, "weeks of the present episode"));
    }

    private Part severity(Chart chart, LocalDate day) {
        String what = "Severity at its start";
        List<Diagnosed> active = chart.diagnoses().stream()
                .map(Asked::entries)
                .flatMap(List::stream)
                .filter(each -> each.isActive(day))
                .toList();
        Optional<Part> worst = severity.stream()
                .sorted(Comparator.comparingInt(Grade::points).reversed())
                .flatMap(grade -> active.stream()
                        .filter(each -> grade.codes().stream().anyMatch(each.code()::startsWith))
                        .map(each -> Part.known(
                                what + ": " + grade.words(), grade.points(), List.of(each))))
                .findFirst();
        return worst.orElseGet(() -> new Part(
                what,
                BigDecimal.valueOf(
                        severity.stream().mapToInt(Grade::points).min().orElseThrow()),
                BigDecimal.valueOf(
                        severity.stream().mapToInt(Grade::points).max().orElseThrow()),
                List.of(),
                List.of("a diagnosis whose code says how severe the episode is")));
    }

    private Part failures(Chart chart, LocalDate day) {
        String what = "Antidepressants that failed";
        Optional<Asked<Tried>> asked = trials(chart, day);
        if (asked.isEmpty()) {
            return upTo(what, failures.getLast().points(), "the trials of antidepressants");
        }
        List<Tried> alone =
                asked.get().entries().stream().filter(trial -> !trial.added()).toList();
        Counted counted =
                Counted.of(alone, day, adequacy, trial -> Optional.of(trial.ingredient()));
        return new Part(
                what,
                BigDecimal.valueOf(points(counted.least())),
                BigDecimal.valueOf(points(counted.most())),
                counted.facts(),
                counted.missing());
    }

    /// None failed, no points: the scale begins at one.
    private int points(int failed) {
        return failed == 0 ? 0 : band(failures, failed).points();
    }

    private Part augmentation(Chart chart, LocalDate day) {
        String what = "Something added to an antidepressant";
        return trials(chart, day)
                .map(asked -> {
                    List<Fact> added = new ArrayList<>();
                    asked.entries().stream()
                            .filter(trial -> trial.added() && !trial.on().isAfter(day))
                            .forEach(added::add);
                    return Part.known(what, added.isEmpty() ? 0 : augmented, added);
                })
                .orElseGet(() -> upTo(what, augmented, "the trials of antidepressants"));
    }

    private Part convulsive(Chart chart, LocalDate day) {
        String what = "Electroconvulsive therapy";
        return Chart.latest(
                        chart.treatments().stream()
                                .filter(each -> each.treatment().equals(CONVULSIVE)),
                        day)
                .map(found -> Part.known(
                        what, found.status() == Status.NEVER ? 0 : convulsive, List.of(found)))
                .orElseGet(() -> upTo(what, convulsive, "electroconvulsive therapy"));
    }

    private static Optional<Asked<Tried>> trials(Chart chart, LocalDate day) {
        return chart.trials().filter(list -> !list.on().isAfter(day));
    }

    private static Part open(String what, List<Band> bands, String missing) {
        return new Part(
                what,
                BigDecimal.valueOf(bands.getFirst().points()),
                BigDecimal.valueOf(bands.getLast().points()),
                List.of(),
                List.of(missing));
    }

    private static Part upTo(String what, int most, String missing) {
        return new Part(
                what, BigDecimal.ZERO, BigDecimal.valueOf(most), List.of(), List.of(missing));
    }

    private static Band band(List<Band> bands, int number) {
        return bands.stream().filter(band -> band.holds(number)).findFirst().orElseThrow();
    }
}
