package org.evenkeel.core.course;

import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Ratings of one instrument and administrations of one patient, each in order of day.
///
/// There is at most one rating a day; there may be several administrations.
///
/// @param begins the day the present plan began; what was given before it belongs to an earlier
///     one. Empty where everything belongs to the present
public record Course(
        InstrumentId instrument,
        List<Rating> ratings,
        List<Administration> administrations,
        OptionalInt begins) {

    public Course {
        ratings = ratings.stream().sorted(Comparator.comparingInt(Rating::day)).toList();
        administrations = administrations.stream()
                .sorted(Comparator.comparingInt(Administration::day))
                .toList();
        for (int i = 1; i < ratings.size(); i++) {
            if (ratings.get(i).day() == ratings.get(i - 1).day()) {
                throw new IllegalArgumentException(
                        "two ratings on day " + ratings.get(i).day());
            }
        }
    }

    /// A course that is all of the present plan.
    public Course(
            InstrumentId instrument, List<Rating> ratings, List<Administration> administrations) {
        this(instrument, ratings, administrations, OptionalInt.empty());
    }

    /// The same with other ratings.
    public Course rated(List<Rating> others) {
        return new Course(instrument, others, administrations, begins);
    }

    /// The same with other administrations.
    public Course treated(List<Administration> others) {
        return new Course(instrument, ratings, others, begins);
    }

    /// With only those administrations that count towards a protocol: of its drug and route, since
    /// the present plan began. All ratings stay. Where no plan began, everything counts.
    public Course by(Protocol protocol) {
        return begins.isEmpty()
                ? this
                : treated(administrations.stream()
                        .filter(each -> each.day() >= begins.getAsInt()
                                && protocol.agent().is(each.drug())
                                && each.route() == protocol.route())
                        .toList());
    }

    /// What was known at the end of a day.
    public Course until(int day) {
        boolean allKnown = (ratings.isEmpty() || ratings.getLast().day() <= day)
                && (administrations.isEmpty() || administrations.getLast().day() <= day);
        if (allKnown) {
            return this;
        }
        return new Course(
                instrument,
                ratings.stream().filter(rating -> rating.day() <= day).toList(),
                administrations.stream()
                        .filter(administration -> administration.day() <= day)
                        .toList(),
                begins);
    }

    /// Days with at least one administration, ascending. Two on a day are one treatment.
    public List<Integer> treatmentDays() {
        return administrations.stream().map(Administration::day).distinct().toList();
    }

    /// The latest rating, if any.
    public Optional<Rating> latestRating() {
        return ratings.isEmpty() ? Optional.empty() : Optional.of(ratings.getLast());
    }

    /// The latest administration, if any.
    public Optional<Administration> latestAdministration() {
        return administrations.isEmpty()
                ? Optional.empty()
                : Optional.of(administrations.getLast());
    }
}
