package org.evenkeel.clinic.history;

import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.history.Noted.Known;
import org.evenkeel.clinic.history.Noted.Listing;
import org.evenkeel.clinic.history.Noted.Whole;
import org.evenkeel.clinic.history.Noted.Withdrawn;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.units.Sex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a [Chart] of what is kept of a patient.
///
/// @param entries what stands in the history
/// @param responses questionnaires answered
/// @param given treatments with their weights
public record Facts(List<Entry> entries, List<Response> responses, List<TreatmentGiven> given) {
    private static final String WEIGHT = "weight";
    private static final String KILOGRAM = "kg";
    /// Of all rows those that were neither corrected nor taken back.
    static List<Entry> standing(List<Entry> all) {
        Set<UUID> replaced = all.stream()
                .flatMap(entry -> entry.correction().stream())
                .map(Correction::of)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(entry ->
                        !replaced.contains(entry.id()) && !(entry.what() instanceof Withdrawn))
                .toList();
    }

    /// What was known on a day; what is of later days is left out.
    public Chart of(Patient patient, LocalDate day) {
        return new Chart(
                patient.birthDate(),
                sex(patient.sex()),
                measurements(day),
                scores(day),
                facts(Fact.Answered.class, day),
                looked(Listing.DIAGNOSES, day)
                        .map(on -> new Asked<>(on, facts(Fact.Diagnosed.class, day))),
                medicines(day),
                looked(Listing.TRIALS, day)
                        .map(on -> new Asked<>(on, facts(Fact.Tried.class, day))),
                facts(Fact.Treated.class, day));
    }

    /// A hash of a chart. Two charts with the same facts have the same one, whatever their order.
    public static String hash(Chart chart) {
        String text = Stream.of(
                        Stream.of(chart.birth().toString(), chart.sex().toString()),
                        chart.measurements().stream(),
                        chart.scores().stream(),
                        chart.answers().stream(),
                        asked("diagnoses", chart.diagnoses()),
                        asked("medicines", chart.medicines()),
                        asked("trials", chart.trials()),
                        chart.treatments().stream())
                .flatMap(each -> each.map(Facts::canonical))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Sha256.hex(text);
    }

    private static Stream<Object> asked(String list, Optional<? extends Asked<?>> asked) {
        return asked.stream()
                .flatMap(known -> Stream.concat(
                        Stream.of(list + " " + known.on()), known.entries().stream()));
    }

    /// Sets have no order of their own.
    private static String canonical(Object fact) {
        return fact instanceof Fact.Diagnosed diagnosed
                ? diagnosed.code() + " " + diagnosed.on() + " " + diagnosed.until() + " "
                        + diagnosed.specifiers().stream().sorted().toList()
                : fact.toString();
    }

    private static Optional<Sex> sex(Patient.Sex sex) {
        return switch (sex) {
            case FEMALE -> Optional.of(Sex.FEMALE);
            case MALE -> Optional.of(Sex.MALE);
            case OTHER, UNKNOWN -> Optional.empty();
        };
    }

    /// Of medicines also those count that stand in a list nobody has looked over: one that is taken
    /// is taken.
    private Optional<Asked<Fact.Taken>> medicines(LocalDate day) {
        List<Fact.Taken> taken = facts(Fact.Taken.class, day);
        Optional<Asked<Fact.Taken>> whole =
                looked(Listing.MEDICINES, day).map(on -> new Asked<>(on, taken));
        return taken.isEmpty() ? whole : whole.or(() -> Optional.of(Asked.partly(taken)));
    }

    private Optional<LocalDate> looked(Listing listing, LocalDate day) {
        return entries.stream()
                .map(Entry::what)
                .map(what -> what instanceof Whole(Listing of, LocalDate on) && of == listing
                        ? Optional.of(on)
                        : Optional.<LocalDate>empty())
                .flatMap(Optional::stream)
                .filter(on -> !on.isAfter(day))
                .max(LocalDate::compareTo);
    }

    private <T extends Fact> List<T> facts(Class<T> type, LocalDate day) {
        return entries.stream()
                .map(Entry::what)
                .map(what -> what instanceof Known(Fact fact) && type.isInstance(fact)
                        ? type.cast(fact)
                        : null)
                .filter(Objects::nonNull)
                .filter(fact -> !fact.on().isAfter(day))
                .toList();
    }

    private List<Fact.Measured> measurements(LocalDate day) {
        List<Fact.Measured> all = new ArrayList<>();
        given.stream()
                .filter(each -> !each.on().isAfter(day))
                .forEach(each -> each.what()
                        .weight()
                        .ifPresent(weight -> all.add(
                                new Fact.Measured(WEIGHT, weight.value(), KILOGRAM, each.on()))));
        all.addAll(facts(Fact.Measured.class, day));
        return all;
    }

    private List<Fact.Scored> scores(LocalDate day) {
        List<Fact.Scored> scores = new ArrayList<>();
        for (Response response : responses) {
            if (response.on().isAfter(day)) {
                continue;
            }
            scores.add(new Fact.Scored(
                    response.instrument(),
                    OptionalInt.empty(),
                    response.rating().score(),
                    response.on()));
            for (int at = 0; at < response.answers().size(); at++) {
                if (response.answers().get(at) != Response.UNANSWERED) {
                    scores.add(new Fact.Scored(
                            response.instrument(),
                            OptionalInt.of(at + 1),
                            response.answers().get(at),
                            response.on()));
                }
            }
        }
        return scores;
    }
}
