package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.MgPerKg;

import java.util.List;

/// How a later dose may differ from the first one.
///
/// @param perKg the doses there are, ascending; empty where any between least and cap may be
///     chosen, and for fixed amounts
/// @param trigger what moves to the next step
/// @param words the rule in words, and where it comes from
public record Titration(List<MgPerKg> perKg, Trigger trigger, Cited<String> words) {
    public Titration {
        perKg = List.copyOf(perKg);
        for (int i = 1; i < perKg.size(); i++) {
            if (perKg.get(i - 1).value().compareTo(perKg.get(i).value()) >= 0) {
                throw new IllegalArgumentException("steps must ascend, got "
                        + perKg.get(i - 1).value() + " before " + perKg.get(i).value());
            }
        }
    }
}
