package org.evenkeel.core.eligibility;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rules of eligibility that hold together, one version of them.
///
/// @param id its id
/// @param version version of the content file
/// @param title name for people
/// @param jurisdiction where it holds, such as `US` or `EU`; empty for everywhere
/// @param from first day it holds
/// @param until first day it holds no more; empty while it holds
/// @param rules in the order they are shown
/// @param sources citations
public record RulePack(
        String id,
        String version,
        String title,
        Optional<String> jurisdiction,
        LocalDate from,
        Optional<LocalDate> until,
        List<Rule> rules,
        List<String> sources) {

    public RulePack {
        rules = List.copyOf(rules);
        sources = List.copyOf(sources);
        if (until.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException(
                    id + " must hold for a day at least, got " + from + " until " + until.get());
        }
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(id + " has two rules " + rule.id());
            }
        }
    }

    /// The packs in force somewhere on a day, in the order given: of each id the version that came
    /// into force last.
    public static List<RulePack> inForce(List<RulePack> all, String where, LocalDate day) {
        return all.stream()
                .filter(pack -> pack.holds(where, day))
                .filter(pack -> all.stream()
                        .noneMatch(other -> other.id().equals(pack.id())
                                && other.holds(where, day)
                                && other.from().isAfter(pack.from())))
                .toList();
    }

    /// Its id and version, as they are kept with a decision.
    public String name() {
        return id + " " + version;
    }

    /// Whether it holds somewhere on a day.
    ///
    /// @param where a jurisdiction
    public boolean holds(String where, LocalDate day) {
        return jurisdiction.map(where::equals).orElse(true)
                && !day.isBefore(from)
                && until.map(day::isBefore).orElse(true);
    }
}
