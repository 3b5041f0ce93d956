package org.evenkeel.clinic.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// How somebody proved who they are.
///
/// @param method the way, kebab-case, for the audit: `password-and-code`, `one-use-link`
/// @param factors what was used, at least one
public record Proof(String method, Set<Factor> factors) {

    public Proof {
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("a proof names at least one factor: " + method);
        }
        factors = Set.copyOf(factors);
    }

    /// A proof by these factors.
    public static Proof of(String method, Factor first, Factor... more) {
        return new Proof(method, EnumSet.of(first, more));
    }

    /// This proof and one factor more.
    public Proof and(Factor factor) {
        EnumSet<Factor> all = EnumSet.of(factor);
        all.addAll(factors);
        return new Proof(method, all);
    }

    /// Whether a second factor was among them.
    public boolean hasSecond() {
        return factors.stream().anyMatch(Factor::isSecond);
    }

    /// Whether a second factor was given here just now. What an outside provider asked for may have
    /// been given to it hours ago.
    public boolean isFresh() {
        return factors.stream().anyMatch(each -> each.isSecond() && each != Factor.PROVIDER);
    }

    /// The factors as they are kept, for example `code password`.
    public String words() {
        return factors.stream().map(Factor::words).sorted().collect(Collectors.joining(" "));
    }

    /// Reads what [#words()] writes.
    public static Proof of(String method, String words) {
        return new Proof(
                method,
                Arrays.stream(words.split(" ")).map(Factor::of).collect(Collectors.toSet()));
    }
}
