package org.evenkeel.bench;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.DayForecast;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.Question;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.knowledge.Catalogue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// One patient in memory, warm: what the engine itself costs, without files and start-up.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ModelBenchmark {
    private static final int AS_OF = CohortFiles.AS_OF;
    private static final Question EIGHT_DAYS =
            new Question(List.of(207, 214, 221, 228, 235, 242, 249, 256), List.of(), 10);

    private final Catalogue catalogue = Catalogue.shipped();
    private final Instrument instrument =
            catalogue.instrument(new InstrumentId("phq-9")).orElseThrow();
    private final Prior prior = catalogue.prior(instrument);
    private final List<Course> courses =
            IntStream.range(0, 64).mapToObj(CohortFiles::course).toList();
    private final Fitted fitted = fitted(courses.getFirst());
    private int next;

    static void run() throws IOException {
        try {
            new Runner(new OptionsBuilder()
                            .include(ModelBenchmark.class.getSimpleName())
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IOException("the measurement failed: " + e.getMessage(), e);
        }
    }

    /// From about 20 scores and 15 treatments to a posterior, another patient each time.
    @Benchmark
    public Posterior posterior() {
        next = (next + 1) % courses.size();
        return RelapseModel.posterior(courses.get(next), instrument, prior, AS_OF);
    }

    /// From a posterior to the forecast of eight days.
    @Benchmark
    public List<DayForecast> eightDays() {
        return fitted.forecast(EIGHT_DAYS);
    }

    private Fitted fitted(Course course) {
        return switch (RelapseModel.posterior(course, instrument, prior, AS_OF)) {
            case Fitted posterior -> posterior;
            case Posterior.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }
}
