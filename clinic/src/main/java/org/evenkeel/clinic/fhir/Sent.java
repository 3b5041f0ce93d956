package org.evenkeel.clinic.fhir;

import org.evenkeel.exchange.Source;

import java.util.List;
import java.util.Optional;

/// Files as someone sent them.
public sealed interface Sent {
    /// The most bytes a file may have.
    long MOST_BYTES = 20L * 1024 * 1024;

    /// The files, each with what it should be.
    List<Claim> claims();

    /// A file and what it is sent as.
    record Claim(Source file, FileKind as) {}

    /// A FHIR Bundle or NDJSON.
    record Fhir(Source file) implements Sent {
        @Override
        public List<Claim> claims() {
            return List.of(new Claim(file, FileKind.FHIR));
        }
    }

    /// Scores, and treatments where there are any.
    record Csv(Source scores, Optional<Source> treatments) implements Sent {
        @Override
        public List<Claim> claims() {
            Claim first = new Claim(scores, FileKind.CSV);
            return treatments
                    .map(second -> List.of(first, new Claim(second, FileKind.CSV)))
                    .orElse(List.of(first));
        }
    }
}
