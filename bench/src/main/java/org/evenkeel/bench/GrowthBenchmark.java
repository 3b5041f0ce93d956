package org.evenkeel.bench;

import org.evenkeel.core.booster.BoosterPlanner;
import org.evenkeel.core.booster.BoosterProposal;
import org.evenkeel.core.booster.Content;
import org.evenkeel.core.booster.Objective;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Question;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.insilico.Traits;
import org.evenkeel.core.insilico.TwoPools;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.knowledge.Catalogue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// How the processor time of one core grows with patients, their scores and their treatments: the
/// engine in memory and warm, for a posterior, eight weekly days with relapse, and the next date by
/// cost. The least of some runs counts, because other programs can only add to it.
///
/// Whether there is a date and a chance of relapse hangs on a patient's scores and treatments:
/// where those grow, every patient gets a forecast with relapse and none a date.
final class GrowthBenchmark {
    private static final int AS_OF = 364;
    private static final int WARM_UP = 1_500;
    private static final int RUNS = 5;
    private static final int PATIENTS = 200;
    private static final int SCORES = 19;
    private static final int TREATMENTS = 11;
    private static final long SEED = 20_261_122;
    private static final List<Integer> EIGHT_WEEKS =
            IntStream.rangeClosed(1, 8).map(week -> AS_OF + 7 * week).boxed().toList();

    private final Catalogue catalogue = Catalogue.shipped();
    private final Content content = content(catalogue);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    /// What the answers add up to, so that none can be left out.
    private double answers;

    /// Size of something, and what that took for so many patients.
    record Point(int size, int patients, double seconds) {}

    /// What was measured by one size.
    ///
    /// @param title what grows
    /// @param fixed what stays as it is
    record Series(String title, String fixed, List<Point> points) {}

    static void run(Optional<Path> page) throws IOException {
        GrowthBenchmark benchmark = new GrowthBenchmark();
        benchmark.warmUp();
        List<Series> all = List.of(
                new Series(
                        "patients",
                        SCORES + " scores, " + TREATMENTS + " treatments each",
                        benchmark.grow(
                                new int[] {625, 1_250, 2_500, 5_000, 10_000},
                                size -> courses(size, SCORES, TREATMENTS),
                                benchmark::answer)),
                new Series(
                        "scores of a patient",
                        PATIENTS + " patients, " + TREATMENTS + " treatments each",
                        benchmark.grow(
                                new int[] {5, 10, 20, 40, 80, 160, 320},
                                size -> courses(PATIENTS, size, TREATMENTS),
                                benchmark::forecast)),
                new Series(
                        "treatments of a patient",
                        PATIENTS + " patients, " + SCORES + " scores each",
                        benchmark.grow(
                                new int[] {6, 12, 24, 48, 96, 180},
                                size -> courses(PATIENTS, SCORES, size),
                                benchmark::forecast)));
        System.out.print(GrowthPage.table(all));
        if (page.isPresent()) {
            Path file = page.get();
            String name = String.valueOf(file.getFileName());
            String picture = name.replaceFirst("\\.md$", "") + ".svg";
            Files.writeString(file.resolveSibling(picture), GrowthPage.picture(all));
            Files.writeString(file, GrowthPage.of(all, picture));
        }
    }

    /// Makes patients of a size.
    private interface Cohort {
        List<Course> of(int size);
    }

    private static Content content(Catalogue catalogue) {
        var instrument = catalogue.instrument(new InstrumentId("phq-9")).orElseThrow();
        return new Content(
                catalogue.protocol(new ProtocolId("ketamine-iv.adaptive")).orElseThrow(),
                instrument,
                catalogue.prior(instrument),
                catalogue.boosterSettings(),
                catalogue.exposureLimits());
    }

    private void warmUp() {
        courses(WARM_UP, SCORES, TREATMENTS).forEach(this::answer);
    }

    private List<Point> grow(int[] sizes, Cohort cohort, Consumer<Course> work) {
        List<Point> points = new ArrayList<>();
        for (int size : sizes) {
            List<Course> courses = cohort.of(size);
            double least = Double.MAX_VALUE;
            for (int run = 0; run < RUNS; run++) {
                long began = threads.getCurrentThreadCpuTime();
                courses.forEach(work);
                least = Math.min(least, (threads.getCurrentThreadCpuTime() - began) / 1e9);
            }
            points.add(new Point(size, courses.size(), least));
            System.out.printf(Locale.ROOT, "growth     %,7d: %.3f s of a core%n", size, least);
        }
        return points;
    }

    private void forecast(Course course) {
        forecast(course, content.instrument().maximum());
    }

    /// A posterior and eight weeks of forecasts; relapse where the latest score is below the
    /// threshold.
    private void forecast(Course course, int threshold) {
        var posterior =
                RelapseModel.posterior(course, content.instrument(), content.prior(), AS_OF);
        if (posterior instanceof Fitted fitted) {
            Question question = new Question(EIGHT_WEEKS, List.of(), threshold);
            answers += fitted.forecast(question).getLast().mean();
        }
    }

    private void answer(Course course) {
        forecast(course, content.threshold());
        Objective least =
                new Objective.LeastCost(content.settings().treatmentPriceDays().value());
        BoosterProposal proposal = BoosterPlanner.propose(content, course, least, AS_OF);
        answers += proposal.reasons().size();
    }

    private static List<Course> courses(int patients, int scores, int treatments) {
        return IntStream.range(0, patients)
                .mapToObj(number -> course(number, scores, treatments))
                .toList();
    }

    /// A patient of exactly so many scores and treatments, evenly over a year.
    private static Course course(int number, int scores, int treatments) {
        RandomGenerator random = VirtualPatient.stream(SEED, number);
        VirtualPatient patient = new TwoPools(Traits.drawn(random), random);
        List<Rating> ratings = new ArrayList<>();
        List<Administration> given = new ArrayList<>();
        for (int day = 0; day < AS_OF; day++) {
            if (falls(day, scores)) {
                ratings.add(Rating.of(day, patient.answer()));
            }
            if (falls(day, treatments)) {
                patient.treat();
                given.add(Administration.perKg(day, Drug.KETAMINE, Route.IV, UsualCare.USUAL_DOSE));
            }
            patient.nextDay();
        }
        return new Course(UsualCare.PHQ_9, ratings, given);
    }

    /// Whether one of so many evenly spread events falls on a day.
    private static boolean falls(int day, int events) {
        return (day + 1) * events / AS_OF > day * events / AS_OF;
    }
}
