package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.treatment.TreatmentCheck;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;
import org.evenkeel.exchange.DayKind;
import org.evenkeel.exchange.Demographics;
import org.evenkeel.exchange.Place;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a clinic holds the rows of a file to, beyond their format. What is recorded already is
/// never shown: whoever imports need not be someone who may see it.
final class RowRules {
    /// The column that the place of a score in CSV names.
    private static final String SCORE = "score";

    private final ClinicContent content;
    private final List<Protocol> all;
    private final Protocol protocol;
    private final LocalDate today;
    private final Problems.Draft problems;

    /// What a row is held against.
    ///
    /// @param content instruments and limits
    /// @param protocols all protocols, for a treatment of another drug or route
    record Known(ClinicContent content, List<Protocol> protocols) {}

    RowRules(Known known, Protocol protocol, LocalDate today, Problems.Draft problems) {
        this.content = known.content();
        this.all = known.protocols();
        this.protocol = protocol;
        this.today = today;
        this.problems = problems;
    }

    /// An identifier may be wrong; another birth date shows it.
    void samePerson(FilePatient from, Patient patient) {
        Optional<LocalDate> said = from.demographics().flatMap(Demographics::birthDate);
        boolean differs = said.isPresent()
                && patient.birthDate().isPresent()
                && !said.equals(patient.birthDate());
        if (differs) {
            problems.add(from.first()
                    .at("birthDate")
                    .problem(
                            "another birth date than is recorded for this identifier",
                            "the birth date that is recorded, or none"));
        }
    }

    /// Ratings the clinic does not have.
    List<Rating> newRatings(FilePatient from, List<Response> recorded) {
        Map<LocalDate, Rating> byDay = recorded.stream()
                .collect(Collectors.toMap(
                        Response::on, Response::rating, (_, corrected) -> corrected));
        List<Rating> fresh = new ArrayList<>();
        for (Row<Rating> row : from.ratings()) {
            LocalDate day = LocalDate.ofEpochDay(row.what().day());
            Rating before = byDay.get(day);
            if (hasCome(day, row.place()) && before == null) {
                fresh.add(row.what());
            } else if (before != null && !says(before, row.what())) {
                problems.add(row.place()
                        .problem(
                                words(row.what(), day),
                                "what is recorded for that day; it differs. Correct the file, or"
                                        + " leave the row out"));
            }
        }
        return fresh;
    }

    /// Treatments the clinic does not have.
    ///
    /// @param patient whose they are, where the clinic knows them
    List<Administration> newTreatments(
            FilePatient from, Optional<Patient> patient, List<TreatmentGiven> recorded) {
        Map<LocalDate, List<Amounts>> byDay = recorded.stream()
                .collect(Collectors.groupingBy(
                        TreatmentGiven::on,
                        Collectors.mapping(
                                one -> Amounts.of(one.what()),
                                Collectors.toCollection(ArrayList::new))));
        List<Administration> known =
                new ArrayList<>(recorded.stream().map(TreatmentGiven::what).toList());
        List<Administration> fresh = new ArrayList<>();
        for (Row<Administration> row : from.given()) {
            LocalDate day = LocalDate.ofEpochDay(row.what().day());
            List<Amounts> before = byDay.getOrDefault(day, List.of());
            if (!hasCome(day, row.place())
                    || (!before.isEmpty() && before.remove(Amounts.of(row.what())))) {
                continue;
            }
            if (byDay.containsKey(day)) {
                problems.add(row.place()
                        .problem(
                                words(row.what(), day),
                                "the treatment recorded for that day; it differs. Correct the"
                                        + " file, or leave the row out"));
                continue;
            }
            Body body = patient.map(one -> one.body(Optional.empty(), day)).orElse(Body.UNKNOWN);
            check(row, new TreatmentCheck.Subject(body, known));
            known.add(row.what());
            fresh.add(row.what());
        }
        return fresh;
    }

    private void check(Row<Administration> row, TreatmentCheck.Subject subject) {
        Administration given = row.what();
        new TreatmentCheck(protocol, all, given, subject, content.limits())
                .stops(Optional.empty())
                .forEach(stop -> problems.add(row.place()
                        .problem(
                                words(given, LocalDate.ofEpochDay(given.day())), stop.sentence())));
    }

    private boolean hasCome(LocalDate day, Place place) {
        if (day.isAfter(today)) {
            Place there = place.path().equals(SCORE)
                    ? new Place(place.file(), place.line(), DayKind.CALENDAR_DATE.column())
                    : place;
            problems.add(there.problem(
                    "dated " + Words.day(day), "what has happened, up to " + Words.day(today)));
            return false;
        }
        return true;
    }

    /// A self-harm answer the clinic does not know is news, even where the total is the same.
    private static boolean says(Rating recorded, Rating file) {
        return recorded.score() == file.score()
                && (file.riskItem().isEmpty() || file.riskItem().equals(recorded.riskItem()));
    }

    private static String words(Rating rating, LocalDate day) {
        return rating.score() + " on " + Words.day(day);
    }

    private static String words(Administration given, LocalDate day) {
        String dose = given.dose()
                .map(value -> Words.amount(value.value()) + " mg")
                .or(() -> given.dosePerKg().map(value -> Words.amount(value.value()) + " mg/kg"))
                .orElse("unknown dose");
        return given.route() + " " + dose + " on " + Words.day(day);
    }

    /// A treatment as the database keeps it, so that one that was stored is found equal.
    private record Amounts(String drug, Optional<BigDecimal> dose, Optional<BigDecimal> perKg) {
        private static final int DOSE_SCALE = 3;
        private static final int PER_KG_SCALE = 5;

        static Amounts of(Administration given) {
            return new Amounts(
                    given.drug() + " " + given.route(),
                    rounded(given.dose(), Mg::value, DOSE_SCALE),
                    rounded(given.dosePerKg(), MgPerKg::value, PER_KG_SCALE));
        }

        private static <T> Optional<BigDecimal> rounded(
                Optional<T> value, Function<T, BigDecimal> number, int scale) {
            return value.map(number).map(exact -> exact.setScale(scale, RoundingMode.HALF_UP));
        }
    }
}
