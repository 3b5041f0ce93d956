package org.evenkeel.bench;

import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Keeps what a benchmark of speed prints.
enum Speed {
    FORECAST("EV-051", "Ten thousand patients from file to file."),
    EXPOSURE("EV-052", "Concentrations of many subjects, beside R's deSolve."),
    CONDITIONS("EV-053", "Rules of eligibility, beside the reference CQL engine.");

    private final String id;
    private final String sentence;

    Speed(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    /// A benchmark that prints lines, each with its name first.
    @FunctionalInterface
    interface Benchmark {
        void run() throws IOException;
    }

    /// Runs a benchmark and keeps its lines where they are wanted.
    void timed(Benchmark benchmark, Optional<Ledger> ledger) throws IOException {
        if (ledger.isPresent()) {
            kept(benchmark, ledger.orElseThrow());
        } else {
            benchmark.run();
        }
    }

    private void kept(Benchmark benchmark, Ledger ledger) throws IOException {
        PrintStream screen = System.out;
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        System.setOut(new PrintStream(both(screen, copy), true, StandardCharsets.UTF_8));
        try {
            benchmark.run();
        } finally {
            System.out.flush();
            System.setOut(screen);
        }
        List<List<String>> rows = copy.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.split(" +", 2)))
                .filter(words -> words.size() == 2)
                .toList();
        Claim claim = Claim.of(
                        id,
                        Section.SPEED,
                        sentence,
                        "./evenkeel bench " + name().toLowerCase(Locale.ROOT) + " --record")
                .with(new Claim.Table(List.of("what", "measured"), rows));
        ledger.write(claim, InstantSource.system());
    }

    private static OutputStream both(OutputStream one, OutputStream other) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                one.write(b);
                other.write(b);
            }
        };
    }
}
