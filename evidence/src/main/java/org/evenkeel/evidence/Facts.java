package org.evenkeel.evidence;

import java.util.List;
import java.util.stream.Stream;

/// What stands beside a claim, in either form of the page.
final class Facts {
    /// A name and what it is here.
    record Fact(String name, String value) {}

    private Facts() {}

    /// Those that are not blank.
    static List<Fact> of(Claim claim) {
        return Stream.of(
                        new Fact("test", claim.check()),
                        new Fact("measured", claim.date()),
                        new Fact("seed", claim.seed()),
                        new Fact("model", claim.model()),
                        new Fact("beside", claim.source()))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }
}
