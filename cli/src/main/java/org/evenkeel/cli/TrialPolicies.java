package org.evenkeel.cli;

import org.evenkeel.core.booster.Content;
import org.evenkeel.core.trial.Policies;
import org.evenkeel.core.trial.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The policies a call of `simulate trial` asks for.
///
/// @param shown those whose rows are written, in the order of the table
/// @param lived these and, where the hull is wanted, every fixed interval
record TrialPolicies(List<Policy> shown, List<Policy> lived) {
    private static final String ALL = "all";
    private static final String HULL = "hull";
    /// Fixed intervals that have a row of their own, in days.
    static final List<Integer> FIXED = List.of(7, 14, 21, 28, 42);

    /// Reads `--policy`; what is wrong is noted with the arguments.
    static TrialPolicies of(Arguments arguments, Content content) {
        List<Policy> known = known(content);
        String given = arguments.text("--policy").orElse(ALL);
        List<String> names = given.equals(ALL)
                ? Stream.concat(Stream.of(HULL), known.stream().map(Policy::id)).toList()
                : List.of(given.split(","));
        List<String> allowed = new ArrayList<>(List.of(HULL));
        known.forEach(policy -> allowed.add(policy.id()));
        names.stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> arguments.wrong(
                        "--policy", name, "all or one of " + String.join(", ", allowed)));
        List<Policy> shown =
                known.stream().filter(policy -> names.contains(policy.id())).toList();
        List<Policy> lived = new ArrayList<>(shown);
        if (names.contains(HULL)) {
            Policies.hull().stream().filter(policy -> !shown.contains(policy)).forEach(lived::add);
        }
        return new TrialPolicies(shown, lived);
    }

    private static List<Policy> known(Content content) {
        List<Policy> known = new ArrayList<>(List.of(new Policy.Never()));
        for (int days : FIXED) {
            known.add(new Policy.Fixed(days));
        }
        known.addAll(Policies.rules());
        known.addAll(Policies.ours(content));
        known.add(new Policy.Clairvoyant(content.settings().treatmentPriceDays().value()));
        return known;
    }

    /// Names of the policies that are lived.
    String names() {
        return lived.stream().map(Policy::id).collect(Collectors.joining(","));
    }
}
