package org.evenkeel.cli;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.fhir.ProtocolFhir;
import org.evenkeel.exchange.fhir.ProtocolFhir.Reading;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentFile;
import org.evenkeel.knowledge.Kind;
import org.evenkeel.knowledge.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `check`: validates content files as strictly as the program loads its own.
final class CheckCommand implements Command {
    private static final String PURPOSE = """
            Validates protocol, instrument and rule files, and protocols as FHIR resources. A good
            file gets one line; of a wrong one every problem is told, with its place and cause.""";
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
            check(file, console, problems);
        }
        if (!problems.isEmpty()) {
            throw Refusal.input(problems);
        }
    }

    private static void check(String file, Console console, List<String> problems) {
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                problems.add(file + ": is a folder; name a file");
                return;
            }
            // One byte more than allowed is enough to know that there is too much.
            try (InputStream stream = Files.newInputStream(path)) {
                byte[] bytes = stream.readNBytes(ProtocolFhir.MAX_BYTES + 1);
                console.out()
                        .print(
                                isResource(bytes)
                                        ? resource(file, bytes, problems)
                                        : content(file, bytes, problems));
            }
        } catch (InvalidPathException _) {
            problems.add(file + ": is not a path of this system");
        } catch (IOException failure) {
            problems.add(file + ": cannot be read: " + Output.reason(failure));
        }
    }

    private static boolean isResource(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("{") && text.contains("\"resourceType\"");
    }

    private static String content(String file, byte[] bytes, List<String> problems) {
        return switch (ContentFile.check(file, bytes)) {
            case Content.Loaded<ContentFile>(ContentFile content) ->
                good(file, words(content.kind()), content.id(), content.version());
            case Content.Wrong<ContentFile>(List<Problem> wrong) -> {
                wrong.stream().map(Problem::words).forEach(problems::add);
                yield "";
            }
        };
    }

    private static String resource(String file, byte[] bytes, List<String> problems) {
        return switch (PlanFhir.read(file, bytes)) {
            case Reading.Read(Protocol protocol) ->
                good(
                        file,
                        words(Kind.PROTOCOL) + " as FHIR",
                        protocol.id().value(),
                        protocol.version());
            case Reading.Refused(var wrong) -> {
                wrong.forEach(problem -> problems.add(problem.words()));
                yield "";
            }
        };
    }

    private static String good(String file, String kind, String id, String version) {
        return "%s: OK, %s %s, version %s\n".formatted(file, kind, id, version);
    }

    private static String words(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
