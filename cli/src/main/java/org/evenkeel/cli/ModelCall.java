package org.evenkeel.cli;

import org.evenkeel.core.pharmacokinetics.GivenDose;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.exchange.ModelExposureFiles;
import org.evenkeel.exchange.ModelExposureFiles.Answer;
import org.evenkeel.knowledge.AcuteEffects;
import org.evenkeel.knowledge.Catalogue;
import org.evenkeel.knowledge.PharmacokineticModel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `simulate exposure --model ID`: what is asked of a published model.
///
/// @param model the model
/// @param effects what its drug does, if that is asked for
/// @param people how many are drawn; empty for the typical person
/// @param seed decides who they are
/// @param weightKg everybody's weight
record ModelCall(
        PharmacokineticModel model,
        Optional<AcuteEffects> effects,
        Optional<Integer> people,
        int seed,
        double weightKg) {
    static final String MODEL = "--model";
    private static final String PEOPLE = "--subjects";
    private static final String WEIGHT = "--weight-kg";
    private static final String EFFECTS = "--effects";
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int HEAVIEST = 700;
    private static final double USUAL_WEIGHT = 70;

    static Options declare(Options options) {
        return options.option(MODEL, "ID", "a published model instead of a file of subjects")
                .option(WEIGHT, "W", "with --model: body weight (70)")
                .option("--seed", "S", "with --model: decides which people are drawn (1)")
                .flag(EFFECTS, "with --model: also blood pressure and dissociation");
    }

    /// Options of a model are of no use without one.
    static void refuseWithout(Arguments arguments) {
        for (String option : List.of(WEIGHT, "--seed", EFFECTS)) {
            if (arguments.has(option)) {
                arguments.problem(option + " is for --model");
            }
        }
    }

    /// Tells everything wrong with the call.
    static ModelCall of(Arguments arguments) throws Refusal {
        String given = arguments.required(MODEL, "");
        Optional<PharmacokineticModel> model = Catalogue.shipped().model(given);
        if (model.isEmpty()) {
            arguments.wrong(
                    MODEL,
                    given,
                    "one of " + String.join(", ", Catalogue.shipped().modelIds()));
        }
        Optional<Integer> people = arguments.integer(PEOPLE, 1, MOST_PEOPLE);
        int seed = arguments.integer("--seed", 0, Integer.MAX_VALUE).orElse(1);
        Optional<BigDecimal> weight = arguments.positive(WEIGHT, HEAVIEST);
        Optional<AcuteEffects> effects = arguments.has(EFFECTS)
                ? model.flatMap(found -> Catalogue.shipped().effects(found.drug()))
                : Optional.empty();
        model.ifPresent(found -> {
            if (arguments.has(EFFECTS) && effects.isEmpty()) {
                arguments.problem(EFFECTS + ": for " + found.drug()
                        + " there is no function of concentration; there is one for ketamine");
            }
            if (people.isPresent() && effects.isEmpty() && !found.equations().varies()) {
                arguments.problem(PEOPLE + ": how people differ was not published for " + found.id()
                        + "; leave it out for the typical person");
            }
        });
        arguments.refuseIfWrong();
        return new ModelCall(
                model.orElseThrow(),
                effects,
                people,
                seed,
                weight.map(BigDecimal::doubleValue).orElse(USUAL_WEIGHT));
    }

    /// Reads the files, says what must be said beside the figures, and writes them.
    void run(ModelExposureFiles files, Rows rows, Console console) throws Refusal, IOException {
        Answer.Read read = read(files, console);
        say(read.doses(), console);
        var columns =
                new PersonColumns(model.equations(), effects, weightKg, read.doses(), read.hours());
        long values = (long) columns.names().size() * columns.hours().size() * people.orElse(1);
        if (!rows.percents().isEmpty() && values > ModelExposure.MOST_KEPT) {
            throw Refusal.usage("--summary: " + values + " values are too many for quantiles by a"
                    + " published model; ask for fewer subjects or times, at most "
                    + ModelExposure.MOST_KEPT + " values");
        }
        ModelExposure exposure = new ModelExposure(columns, people, seed, rows.json());
        try (Output output = Output.open(rows.out(), console);
                Crew crew = new Crew(rows.jobs())) {
            if (rows.percents().isEmpty()) {
                exposure.rows(crew, output.stream());
            } else {
                exposure.bands(rows.percents(), crew, output.stream());
            }
            output.commit();
        }
    }

    /// How and where the answer is written.
    ///
    /// @param percents quantiles; empty for each subject
    record Rows(List<BigDecimal> percents, boolean json, int jobs, Optional<Path> out) {}

    private Answer.Read read(ModelExposureFiles files, Console console) throws Refusal {
        return switch (files.read(model.equations(), weightKg)) {
            case Answer.Refused(var why) -> throw Refusal.usage(String.join("\n", why.words()));
            case Answer.Read read -> {
                read.notes().forEach(note -> console.say("note: " + note.words()));
                yield read;
            }
        };
    }

    private void say(List<GivenDose> doses, Console console) {
        String about = "note: " + model.id() + ": ";
        model.caveats().forEach(caveat -> console.say(about + caveat));
        Set<Route> used = doses.stream().map(GivenDose::route).collect(Collectors.toSet());
        unverified(about, model.unverified(used), console);
        if (people.isPresent() && !model.equations().varies()) {
            console.say(about + "concentrations are the typical person's; only effects differ.");
        }
        effects.ifPresent(found -> {
            String aboutEffects = "note: " + found.id() + ": ";
            found.caveats().forEach(caveat -> console.say(aboutEffects + caveat));
            unverified(aboutEffects, found.unverified(), console);
        });
    }

    private static void unverified(String about, List<String> figures, Console console) {
        if (!figures.isEmpty()) {
            console.say(about + "unverified figures act here: " + String.join(", ", figures)
                    + ". K is general knowledge, P our own default.");
        }
    }
}
