package org.evenkeel.clinic.fhir;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.Demographics;
import org.evenkeel.exchange.PatientCourse;
import org.evenkeel.exchange.Place;
import org.evenkeel.exchange.Witness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps where each row stood while files are read.
final class RowCollector implements Witness {
    private final Map<String, Seen> seen = new HashMap<>();

    private static final class Seen {
        private final Place first;
        private final Map<Integer, Place> ratings = new HashMap<>();
        private final List<Row<Administration>> given = new ArrayList<>();
        private Optional<Demographics> demographics = Optional.empty();

        Seen(Place first) {
            this.first = first;
        }
    }

    @Override
    public void patient(String patient, Demographics demographics, Place place) {
        seen(patient, place).demographics = Optional.of(demographics);
    }

    @Override
    public void rating(String patient, Rating rating, Place place) {
        seen(patient, place).ratings.putIfAbsent(rating.day(), place);
    }

    @Override
    public void administration(String patient, Administration given, Place place) {
        seen(patient, place).given.add(new Row<>(given, place));
    }

    /// The patients of a cohort that was read well, those of whom nothing is said left out.
    List<FilePatient> patients(Cohort cohort) {
        return cohort.patients().stream()
                .filter(course -> seen.containsKey(course.patient()))
                .map(this::patient)
                .filter(patient -> !patient.isEmpty())
                .toList();
    }

    private FilePatient patient(PatientCourse course) {
        Seen all = seen(course.patient(), new Place("", 0, ""));
        all.given.sort(Comparator.comparingInt(row -> row.what().day()));
        return new FilePatient(
                course.patient(),
                all.first,
                all.demographics,
                course.course().ratings().stream()
                        .map(rating -> new Row<>(
                                rating, all.ratings.getOrDefault(rating.day(), all.first)))
                        .toList(),
                all.given);
    }

    private Seen seen(String patient, Place place) {
        return seen.computeIfAbsent(patient, _ -> new Seen(place));
    }
}
