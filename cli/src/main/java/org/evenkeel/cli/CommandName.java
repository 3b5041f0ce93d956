package org.evenkeel.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The commands this program has. To add one, add a constant here and its line in
/// [#create].
///
/// A command is called by one word, or by two that belong together: the constant
/// `SIMULATE_EXPOSURE` is called as `simulate exposure`. The first of two words alone is a
/// [#family]; it is no command.
enum CommandName {
    FORECAST("where each patient's score is likely to go"),
    PROPOSE("each patient's next treatment, dated and explained, or why not"),
    PLAN("the dated visits of a protocol, or the list of protocols"),
    LEARN("a population prior from a registry, for --prior"),
    SIMULATE_EXPOSURE("concentrations in plasma after doses, for many subjects"),
    SIMULATE_TRIAL("virtual patients under competing maintenance policies"),
    CHECK("validates protocol, instrument and rule files, and protocols as FHIR"),
    EVIDENCE("the page of every claim, with its test, figures and shortfalls");

    private final String summary;

    CommandName(String summary) {
        this.summary = summary;
    }

    /// The command that a call's first words name.
    static Optional<CommandName> of(List<String> call) {
        return Arrays.stream(values())
                .filter(name -> name.words().size() <= call.size())
                .filter(name -> name.words().equals(call.subList(0, name.words().size())))
                .findFirst();
    }

    /// The commands of two words that begin with this one.
    static List<CommandName> family(String first) {
        return Arrays.stream(values())
                .filter(name -> name.words().size() > 1)
                .filter(name -> name.words().getFirst().equals(first))
                .toList();
    }

    /// What a user types, one or two words.
    List<String> words() {
        return List.of(name().toLowerCase(Locale.ROOT).split("_"));
    }

    /// The same as one text.
    String call() {
        return String.join(" ", words());
    }

    String summary() {
        return summary;
    }

    /// The command itself; no other command's class is loaded.
    Command create() {
        return switch (this) {
            case FORECAST -> new ForecastCommand();
            case PROPOSE -> new ProposeCommand();
            case PLAN -> new PlanCommand();
            case LEARN -> new LearnCommand();
            case SIMULATE_EXPOSURE -> new SimulateExposureCommand();
            case SIMULATE_TRIAL -> new SimulateTrialCommand();
            case CHECK -> new CheckCommand();
            case EVIDENCE -> new EvidenceCommand();
        };
    }
}
