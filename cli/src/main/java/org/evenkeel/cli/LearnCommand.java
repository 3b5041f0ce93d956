package org.evenkeel.cli;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.PriorLearning;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.PatientCourse;
import org.evenkeel.knowledge.LearnedPrior;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// `learn`: a population prior from a registry.
final class LearnCommand implements Command {
    @Override
    public Options options() {
        Options options = new Options(
                "learn --scores FILE [--treatments FILE] [--as-of DAY] --out FILE",
                "Learns a population prior from a registry's courses, for --prior.",
                """
                evenkeel learn --scores scores.csv --treatments treatments.csv \\
                  --as-of 2027-03-01 --out prior.json""");
        return Cohorts.declare(options).out();
    }

    @Override
    public void run(Arguments arguments, Console console) throws Refusal, IOException {
        Instrument instrument = Cohorts.instrument(arguments);
        arguments.refuseIfWrong();
        Prior start = Cohorts.prior(arguments, instrument);
        Cohort cohort = Cohorts.read(arguments, instrument, console);
        List<Course> courses = courses(arguments, cohort);
        PriorLearning.Learned learned = learn(courses, instrument, start);
        String source =
                "learned from " + learned.patients() + " patients, beginning from " + start.id();
        try (Output output = Output.open(arguments.out(), console)) {
            output.writer()
                    .write(LearnedPrior.json(
                            learned.prior(), "Learned prior for " + instrument.title(), source));
            output.commit();
        }
        console.say(String.format(
                Locale.ROOT,
                "%s; judged on %d patients kept aside, each of their %d scores was %.3f nats %s"
                        + " probable than under %s",
                source,
                learned.heldOutPatients(),
                learned.heldOutScores(),
                Math.abs(learned.gainPerScore()),
                learned.gainPerScore() < 0 ? "less" : "more",
                start.id()));
    }

    private static List<Course> courses(Arguments arguments, Cohort cohort) throws Refusal {
        List<Course> courses =
                cohort.patients().stream().map(PatientCourse::course).toList();
        if (!arguments.has("--as-of")) {
            return courses;
        }
        int asOf = Cohorts.day(arguments, "--as-of", "the last day looked at", cohort.days());
        return courses.stream().map(course -> course.until(asOf)).toList();
    }

    private static PriorLearning.Learned learn(
            List<Course> courses, Instrument instrument, Prior start) throws Refusal {
        Progress progress = new Progress(true);
        try {
            return PriorLearning.learn(
                    courses,
                    instrument,
                    start,
                    instrument.id() + ".learned",
                    share -> progress.show((int) (100 * share), 100));
        } catch (IllegalArgumentException tooFew) {
            throw Refusal.failed(String.valueOf(tooFew.getMessage()));
        } finally {
            progress.end();
        }
    }
}
