package org.evenkeel.cli;

import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentFile;
import org.evenkeel.knowledge.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `check`: validates content files as strictly as the program loads its own.
final class CheckCommand implements Command {
    private static final String PURPOSE = """
            Validates protocol, instrument and rule files. A good file gets one line; of a wrong
            one every problem is told, with its place and cause.""";
    private static final String EXAMPLE = "evenkeel check my-protocol.yaml my-instrument.yaml";

    @Override
    public Options options() {
        return new Options("check FILE...", PURPOSE, EXAMPLE).operands();
    }

    @Override
    public void run(Arguments arguments, Console console) throws Refusal, IOException {
        if (arguments.operands().isEmpty()) {
            arguments.problem("name at least one file to check");
        }
        arguments.refuseIfWrong();
        List<String> problems = new ArrayList<>();
        for (String file : arguments.operands()) {
            switch (check(file)) {
                case Content.Loaded<ContentFile>(ContentFile content) ->
                    console.out().println(file + ": OK, " + words(content));
                case Content.Wrong<ContentFile>(List<Problem> wrong) ->
                    wrong.stream().map(Problem::words).forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.input(problems);
        }
    }

    private static String words(ContentFile content) {
        String kind = content.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return kind + " " + content.id() + ", version " + content.version();
    }

    private static Content<ContentFile> check(String file) {
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                return unread(file, "is a folder; name a file");
            }
            // One byte more than allowed is enough to know that there is too much.
            try (InputStream stream = Files.newInputStream(path)) {
                return ContentFile.check(file, stream.readNBytes(ContentFile.MAX_BYTES + 1));
            }
        } catch (InvalidPathException _) {
            return unread(file, "is not a path of this system");
        } catch (IOException failure) {
            return unread(file, "cannot be read: " + Output.reason(failure));
        }
    }

    private static Content<ContentFile> unread(String file, String cause) {
        return new Content.Wrong<>(List.of(new Problem(file, 0, 0, "", cause)));
    }
}
