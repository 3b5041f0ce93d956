package org.evenkeel.cli;

import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Page;
import org.evenkeel.evidence.Page.Form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// `evidence`: the one page that lists every claim.
final class EvidenceCommand implements Command {
    private static final String RESULTS = "--results";
    private static final String FORMAT = "--format";

    /// The launcher says here where the repository is.
    private static final String ROOT = "EVENKEEL_ROOT";

    @Override
    public Options options() {
        return new Options(
                        "evidence [--out FILE] [--format html|markdown|json]",
                        """
                        One page that lists every claim with its test, figures, date, seed and
                        source, and where it is worse. Tests and benchmarks measured the figures;
                        this command only writes them down.""",
                        "evenkeel evidence --out evidence.html")
                .option(FORMAT, "html|...", "html, markdown or json (html); pictures in html only")
                .option(RESULTS, "DIR", "the results (those of the repository)")
                .out();
    }

    @Override
    public void run(Arguments arguments, Console console) throws Refusal, IOException {
        List<String> words = Arrays.stream(Form.values()).map(Form::word).toList();
        Form form = Form.values()[words.indexOf(arguments.choice(FORMAT, words))];
        Optional<Path> results = arguments.path(RESULTS).or(EvidenceCommand::ofTheRepository);
        if (results.isEmpty()) {
            arguments.problem(RESULTS + " is missing: the folder " + Ledger.PLACE);
        }
        results.filter(folder -> !Files.isDirectory(folder))
                .ifPresent(folder ->
                        arguments.wrong(RESULTS, folder.toString(), "a folder of results"));
        arguments.refuseIfWrong();
        String page = Page.of(new Ledger(results.orElseThrow()).claims(), form);
        try (Output output = Output.open(arguments.out(), console)) {
            output.writer().write(page);
            output.commit();
        }
    }

    private static Optional<Path> ofTheRepository() {
        return Optional.ofNullable(System.getenv(ROOT)).map(root -> Path.of(root, Ledger.PLACE));
    }
}
