package org.evenkeel.core.eligibility;

import org.evenkeel.core.history.Fact;
import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.util.List;

/// How far a depression has come by a scale of stages. Where something is not known, the total lies
/// between two numbers.
///
/// @param scale name of the scale, with its evidence
/// @param least smallest total that what is known allows
/// @param most greatest one
/// @param words what the total means; of both ends where they differ
/// @param parts how it comes about
public record Staged(
        Cited<String> scale, BigDecimal least, BigDecimal most, String words, List<Part> parts) {

    public Staged {
        parts = List.copyOf(parts);
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException(least + " is more than " + most);
        }
    }

    /// Whether everything it needs is known.
    public boolean isWhole() {
        return parts.stream().allMatch(part -> part.missing().isEmpty());
    }

    /// A part of the total.
    ///
    /// @param title what is counted
    /// @param least smallest number of points
    /// @param most greatest number of points
    /// @param facts what decided it
    /// @param missing what is not known; empty where nothing is
    public record Part(
            String title,
            BigDecimal least,
            BigDecimal most,
            List<Fact> facts,
            List<String> missing) {
        public Part {
            facts = List.copyOf(facts);
            missing = List.copyOf(missing);
        }

        static Part known(String title, BigDecimal points, List<? extends Fact> facts) {
            return new Part(title, points, points, List.copyOf(facts), List.of());
        }

        static Part known(String title, int points, List<? extends Fact> facts) {
            return known(title, BigDecimal.valueOf(points), facts);
        }
    }
}
