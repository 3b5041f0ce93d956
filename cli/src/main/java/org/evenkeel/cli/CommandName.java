package org.evenkeel.cli;

import java.util.Locale;
import java.util.Optional;

/// The commands this program has. To add one, add a constant here and its line in [#create].
enum CommandName {
    FORECAST("where each patient's score is likely to go"),
    PROPOSE("each patient's next treatment, dated and explained, or why not"),
    PLAN("the dated visits of a protocol, or the list of protocols"),
    CHECK("validates protocol, instrument and rule files");

    private final String summary;

    CommandName(String summary) {
        this.summary = summary;
    }

    /// The command a user's first word names.
    static Optional<CommandName> of(String word) {
        for (CommandName name : values()) {
            if (name.word().equals(word)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
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
            case CHECK -> new CheckCommand();
        };
    }
}
