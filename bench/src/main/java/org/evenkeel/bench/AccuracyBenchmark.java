package org.evenkeel.bench;

import org.evenkeel.bench.AccuracyCohort.Case;
import org.evenkeel.bench.AccuracyCohort.Outcome;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.PriorLearning;
import org.evenkeel.core.forecast.Question;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.World;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.knowledge.Catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Forecasts of virtual patients of every world beside those of other methods: the same past,
/// the same later answers, the same score for each.
final class AccuracyBenchmark {
    /// Names of our two rows.
    static final String SHIPPED = "Evenkeel, shipped prior";

    static final String LEARNED = "Evenkeel, learned prior";
    static final String LAST = "last value carried forward";

    /// Fewer only to try the benchmark out.
    private static final int PATIENTS = Integer.getInteger("evenkeel.patients", 500);
    private static final long SEED = 20_261_122;

    private final Instrument instrument;
    private final Prior prior;

    private AccuracyBenchmark(Catalogue catalogue) {
        instrument = catalogue.instrument(UsualCare.PHQ_9).orElseThrow();
        prior = catalogue.prior(instrument);
    }

    /// What came of one world.
    ///
    /// @param cohort its patients
    /// @param cards one for each method
    /// @param models what the peers fitted
    record Result(AccuracyCohort cohort, List<Scorecard> cards, List<String> models) {}

    /// What is asked for.
    ///
    /// @param page where to write the page of evidence, if anywhere
    /// @param knowing patients a world for the filter that knows the law; 0 for none
    record Options(Optional<Path> page, int knowing) {
        static final Options NONE = new Options(Optional.empty(), 0);

        Options with(Path file) {
            return new Options(Optional.of(file), knowing);
        }

        Options with(int patients) {
            return new Options(page, patients);
        }
    }

    /// @param ledger where to keep the figures, if anywhere
    static void run(Options options, Optional<Ledger> ledger) throws IOException {
        Optional<Path> page = options.page;
        boolean hasPeer = MixedModel.isInstalled();
        if (!hasPeer && (page.isPresent() || ledger.isPresent())) {
            throw new IOException("evidence needs its peer: install R with nlme"
                    + " (packages r-base-core and r-cran-nlme)");
        }
        AccuracyBenchmark benchmark = new AccuracyBenchmark(Catalogue.shipped());
        // Worlds know nothing of one another; they are shown in their order all the same.
        List<Judged> judged = Arrays.stream(World.values())
                .parallel()
                .map(world -> benchmark.judged(world, hasPeer, options.knowing))
                .toList();
        List<KnowingComparison> knowing =
                judged.stream().flatMap(each -> each.knowing.stream()).toList();
        List<Result> results = judged.stream().map(Judged::result).toList();
        results.forEach(each -> System.out.println(AccuracyPage.world(each)));
        System.out.println(KnowingPage.of(knowing));
        if (!hasPeer) {
            System.out.println("peer       not measured: install R with nlme"
                    + " (packages r-base-core and r-cran-nlme)");
        }
        ledger.ifPresent(kept -> AccuracyClaims.of(results, PATIENTS, SEED)
                .forEach(claim -> kept.write(claim, InstantSource.system())));
        if (page.isPresent()) {
            Files.writeString(
                    page.orElseThrow(),
                    AccuracyPage.of(
                            results,
                            knowing,
                            LocalDate.now(ZoneOffset.UTC).toString(),
                            PATIENTS,
                            SEED));
        }
    }

    private record Judged(Result result, Optional<KnowingComparison> knowing) {}

    private Judged judged(World world, boolean hasPeer, int knowing) {
        try {
            Result result = judged(world, hasPeer);
            return new Judged(
                    result,
                    knowing == 0
                            ? Optional.empty()
                            : Optional.of(
                                    KnowingComparison.of(result.cohort, result.cards, knowing)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result judged(World world, boolean hasPeer) throws IOException {
        // Each world takes two streams: who the patients are, and what their days bring.
        long seed = SEED + 2L * world.ordinal();
        AccuracyCohort cohort = AccuracyCohort.lived(world, PATIENTS, seed, instrument, prior);
        List<Outcome> outcomes = cohort.outcomes();
        List<Scorecard> cards = new ArrayList<>();
        List<String> models = new ArrayList<>();
        cards.add(new Scorecard(SHIPPED, outcomes, ours(cohort, prior)));
        cards.add(new Scorecard(LEARNED, outcomes, ours(cohort, learned(cohort))));
        cards.add(new Scorecard(LAST, outcomes, lastValue(outcomes)));
        for (MixedModel.Correlation each : MixedModel.Correlation.values()) {
            Optional<MixedModel.Answer> answer =
                    hasPeer ? MixedModel.of(cohort, each) : Optional.empty();
            answer.ifPresent(said -> {
                cards.add(new Scorecard(each.title(), outcomes, said.predicted()));
                models.add(each.title() + ": " + said.model());
            });
        }
        return new Result(cohort, cards, models);
    }

    /// From what was known on each patient's own day, and nothing later.
    private Prior learned(AccuracyCohort cohort) {
        List<Course> past = cohort.cases().stream().map(Case::known).toList();
        return PriorLearning.learn(past, instrument, prior, "learned", _ -> {}).prior();
    }

    private List<Predicted> ours(AccuracyCohort cohort, Prior believed) {
        List<Predicted> predicted = new ArrayList<>();
        for (Case each : cohort.cases()) {
            List<Integer> days = each.later().stream().map(Rating::day).toList();
            switch (RelapseModel.posterior(each.course(), instrument, believed, each.asOf())) {
                case Fitted fitted ->
                    fitted.scores(new Question(days, each.planned(), Scorecard.UNWELL))
                            .forEach(scores -> predicted.add(Predicted.of(scores)));
                case Posterior.Refused(String reason) -> throw new IllegalStateException(reason);
            }
        }
        return predicted;
    }

    /// With the spread its errors turned out to have in this very cohort, by quarter of the days
    /// ahead: better than it could be known beforehand.
    private static List<Predicted> lastValue(List<Outcome> outcomes) {
        double[] squares = new double[Scorecard.QUARTERS];
        int[] count = new int[Scorecard.QUARTERS];
        for (Outcome each : outcomes) {
            int quarter = Scorecard.horizonQuarter(each.horizon());
            squares[quarter] += (each.score() - each.last()) * (each.score() - each.last());
            count[quarter]++;
        }
        List<Predicted> predicted = new ArrayList<>();
        for (Outcome each : outcomes) {
            int quarter = Scorecard.horizonQuarter(each.horizon());
            predicted.add(
                    Predicted.normal(each.last(), Math.sqrt(squares[quarter] / count[quarter])));
        }
        return predicted;
    }
}
