package org.evenkeel.exchange;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;
import org.evenkeel.core.units.Sex;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Random cohorts that files can carry.
final class Cohorts {
    private Cohorts() {}

    static Arbitrary<Cohort> any() {
        return Arbitraries.of(DayKind.class).flatMap(Cohorts::of);
    }

    /// Those with scores stand first, as a reader of two files must put them.
    static Arbitrary<Cohort> of(DayKind days) {
        return Combinators.combine(keys(), patients()).as((keys, courses) -> {
            int count = Math.min(keys.size(), courses.size());
            List<Course> ordered = courses.subList(0, count).stream()
                    .sorted((a, b) ->
                            Boolean.compare(a.ratings().isEmpty(), b.ratings().isEmpty()))
                    .toList();
            return new Cohort(
                    days,
                    IntStream.range(0, count)
                            .mapToObj(i -> new PatientCourse(
                                    keys.get(i), ordered.get(i), Optional.empty()))
                            .toList());
        });
    }

    /// What only FHIR can carry as well: unknown doses, and sex and birth year beside the course.
    static Arbitrary<Cohort> forFhir() {
        Arbitrary<Optional<Covariates>> covariates = Combinators.combine(
                        Arbitraries.of(Sex.class), Arbitraries.integers().between(1900, 2020))
                .as((sex, year) -> Covariates.of(Optional.of(sex), OptionalInt.of(year)))
                .optional();
        return Combinators.combine(of(DayKind.CALENDAR_DATE), covariates, Arbitraries.of(1, 3))
                .as((cohort, known, every) -> new Cohort(
                        cohort.days(),
                        cohort.patients().stream()
                                .map(patient -> new PatientCourse(
                                        patient.patient(),
                                        forgetDoses(patient.course(), every),
                                        known))
                                .toList()));
    }

    private static Course forgetDoses(Course course, int every) {
        return new Course(
                course.instrument(),
                course.ratings(),
                course.administrations().stream()
                        .map(given -> given.day() % every != 0
                                ? given
                                : new Administration(
                                        given.day(),
                                        given.drug(),
                                        given.route(),
                                        Optional.empty(),
                                        given.weight(),
                                        Optional.empty()))
                        .toList());
    }

    private static Arbitrary<List<String>> keys() {
        Arbitrary<String> odd = Arbitraries.of(
                "=1+1", "@x", "-7", "+49", "'a", "a,b", "a\"b", "Müller", "患者 1", "a;b", "#1",
                "a b");
        Arbitrary<String> plain =
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(100);
        return Arbitraries.oneOf(odd, plain).list().uniqueElements().ofMaxSize(5);
    }

    private static Arbitrary<List<Course>> patients() {
        Arbitrary<Course> course = Combinators.combine(
                        rating().list().uniqueElements(Rating::day).ofMaxSize(6),
                        administration().list().ofMaxSize(5))
                .as((ratings, given) -> new Course(Instruments.PHQ9.id(), ratings, given));
        return course.filter(one ->
                        !one.ratings().isEmpty() || !one.administrations().isEmpty())
                .list()
                .ofMaxSize(5);
    }

    private static Arbitrary<Rating> rating() {
        Arbitrary<OptionalInt> risk = Arbitraries.integers()
                .between(-1, 3)
                .map(n -> n < 0 ? OptionalInt.empty() : OptionalInt.of(n));
        return Combinators.combine(day(), Arbitraries.integers().between(0, 27), risk)
                .as(Rating::new);
    }

    private static Arbitrary<Administration> administration() {
        Arbitrary<Optional<Mg>> dose = amount("0.01", "10000").map(Mg::new).optional();
        Arbitrary<Optional<Kg>> weight = amount("1", "700").map(Kg::new).optional();
        Arbitrary<Optional<MgPerKg>> perKg =
                amount("0.001", "100").map(MgPerKg::new).optional();
        return Combinators.combine(
                        day(),
                        Arbitraries.of(Drug.class),
                        Arbitraries.of(Route.class),
                        Combinators.combine(dose, weight, perKg)
                                .as(Amounts::new)
                                .filter(Amounts::isWritable))
                .as((day, drug, route, amounts) -> new Administration(
                        day, drug, route, amounts.dose, amounts.weight, amounts.perKg));
    }

    private record Amounts(Optional<Mg> dose, Optional<Kg> weight, Optional<MgPerKg> perKg) {
        /// A dose is known, and the one per kilogram that follows from it is inside the bounds.
        boolean isWritable() {
            if (perKg.isPresent()) {
                return true;
            }
            return dose.isPresent()
                    && (weight.isEmpty()
                            || Amount.DOSE_MGKG.allows(
                                    MgPerKg.of(dose.get(), weight.get()).value()));
        }
    }

    private static Arbitrary<BigDecimal> amount(String least, String most) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(least), new BigDecimal(most))
                .ofScale(3);
    }

    private static Arbitrary<Integer> day() {
        return Arbitraries.integers().between(-20_000, 60_000);
    }
}
