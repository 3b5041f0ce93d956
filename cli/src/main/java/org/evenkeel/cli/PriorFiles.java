package org.evenkeel.cli;

import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A population prior that the user names: a file like the shipped one, in YAML or JSON.
final class PriorFiles {
    private static final long MOST_BYTES = 1 << 20;

    private PriorFiles() {}

    static Prior read(Path file, Instrument instrument) throws Refusal {
        Prior prior = switch (ContentFile.prior(file.toString(), bytes(file))) {
            case Content.Loaded<Prior>(Prior loaded) -> loaded;
            case Content.Wrong<Prior>(var problems) ->
                throw Refusal.input(problems.stream().map(each -> each.words()).toList());
        };
        if (!prior.instrument().equals(instrument.id().value())) {
            throw Refusal.usage("--prior: " + file + " is stated for " + prior.instrument()
                    + ", not for " + instrument.id());
        }
        return prior;
    }

    private static byte[] bytes(Path file) throws Refusal {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw Refusal.usage("--prior: " + file + " has more than " + MOST_BYTES + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw Refusal.usage("--prior: " + file + ": " + Output.reason(failure));
        }
    }
}
