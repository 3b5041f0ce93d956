package org.evenkeel.knowledge;

import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// How far each figure of a content file was followed to its source, in the file's order.
public final class Figures {
    private final Map<String, EvidenceTag> tags = new LinkedHashMap<>();

    Figures() {}

    /// Takes a figure's tag down and answers its value.
    double of(String name, Cited<BigDecimal> cited) {
        tags.put(name, cited.tag());
        return cited.value().doubleValue();
    }

    EvidenceTag weakest() {
        return tags.values().stream().max(Comparator.naturalOrder()).orElse(EvidenceTag.P);
    }

    /// Those that a page must call unverified, such as `k10 (K)`.
    ///
    /// @param idle names of figures that do not act
    List<String> unverified(Predicate<String> idle) {
        return tags.entrySet().stream()
                .filter(each -> each.getValue().isUnverified() && !idle.test(each.getKey()))
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .toList();
    }
}
