package org.evenkeel.core.booster;

import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.Influence.Answered;
import org.evenkeel.core.booster.Influence.Fact;
import org.evenkeel.core.booster.Influence.Treated;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Question;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.instrument.Instrument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Works an explanation out, by asking the same question of slightly other courses.
final class Explaining {
    /// So many of the latest are left out, one at a time.
    private static final int SCORES = 6;

    private static final int TREATMENTS = 3;

    /// What moves the chance by less than this is not told.
    private static final double LEAST_MOVE = 0.01;

    /// A score clearly better or worse than expected, as a share of the scale: 4 points of the
    /// PHQ-9.
    private static final double STEP_SHARE = 0.15;

    private final Content content;
    private final Course known;
    private final Objective objective;
    private final int asOf;

    Explaining(Content content, Course known, Objective objective, int asOf) {
        this.content = content;
        this.known = known;
        this.objective = objective;
        this.asOf = asOf;
    }

    Optional<Explanation> whole() {
        return fitted(known, asOf).map(fitted -> {
            OptionalInt proposed = day(BoosterPlanner.propose(content, known, objective, asOf));
            int day = proposed.orElse(asOf + reviewDays());
            double unwell = unwellOn(day, fitted);
            return new Explanation(
                    asOf,
                    proposed,
                    day,
                    unwell,
                    influences(day, unwell),
                    fitted.standing(),
                    next(fitted, day),
                    new Caveats(content, fitted, objective).all());
        });
    }

    private List<Influence> influences(int day, double unwell) {
        List<Influence> all = new ArrayList<>();
        for (Rating each : latest(known.ratings(), SCORES)) {
            all.add(without(new Answered(each.day(), each.score()), day));
        }
        for (int each : latest(known.treatmentDays(), TREATMENTS)) {
            all.add(without(new Treated(each), day));
        }
        return all.stream()
                .filter(each -> Math.abs(each.moved(unwell)) >= LEAST_MOVE)
                .sorted(Comparator.comparingDouble(each -> -Math.abs(each.moved(unwell))))
                .toList();
    }

    private static <T> List<T> latest(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private Influence without(Fact fact, int day) {
        Course rest = switch (fact) {
            case Answered answered ->
                known.rated(known.ratings().stream()
                        .filter(each -> each.day() != answered.day())
                        .toList());
            case Treated treated ->
                known.treated(known.administrations().stream()
                        .filter(each -> each.day() != treated.day())
                        .toList());
        };
        Optional<Fitted> fitted = fitted(rest, asOf);
        OptionalInt dayWithout = fitted.isPresent() && fact instanceof Answered
                ? day(BoosterPlanner.propose(content, rest, objective, asOf))
                : OptionalInt.empty();
        return new Influence(
                fact,
                fitted.map(each -> OptionalDouble.of(unwellOn(day, each)))
                        .orElse(OptionalDouble.empty()),
                dayWithout);
    }

    /// The next questionnaire comes at the next review, or tomorrow where the day comes before.
    private List<NextAnswer> next(Fitted fitted, int day) {
        int asked = day > asOf + reviewDays() ? asOf + reviewDays() : asOf + 1;
        Instrument instrument = content.instrument();
        Question question = new Question(List.of(asked), List.of(), content.threshold());
        int expected = (int) Math.round(fitted.scores(question).getFirst().mean());
        int range = instrument.maximum() - instrument.minimum();
        int step = Math.max(1, (int) Math.round(STEP_SHARE * range));
        List<NextAnswer> answers = new ArrayList<>();
        int[] scores = IntStream.of(expected - step, expected, expected + step)
                .map(score -> Math.clamp(score, instrument.minimum(), instrument.maximum()))
                .distinct()
                .toArray();
        for (int within : scores) {
            List<Rating> ratings = new ArrayList<>(known.ratings());
            ratings.add(Rating.of(asked, within));
            Course then = known.rated(ratings);
            answers.add(new NextAnswer(
                    asked,
                    within - expected,
                    within,
                    BoosterPlanner.propose(content, then, objective, asked)));
        }
        return answers;
    }

    private Optional<Fitted> fitted(Course course, int day) {
        return RelapseModel.posterior(course, content.instrument(), content.prior(), day)
                        instanceof Fitted fitted
                ? Optional.of(fitted)
                : Optional.empty();
    }

    private double unwellOn(int day, Fitted fitted) {
        double[] unwell = fitted.unwell(day, List.of(), content.threshold());
        return unwell[unwell.length - 1];
    }

    private static OptionalInt day(BoosterProposal proposal) {
        return proposal instanceof Book book ? OptionalInt.of(book.day()) : OptionalInt.empty();
    }

    private int reviewDays() {
        return content.settings().reviewDays().value();
    }
}
