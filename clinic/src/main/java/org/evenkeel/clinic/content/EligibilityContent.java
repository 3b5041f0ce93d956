package org.evenkeel.clinic.content;

import org.evenkeel.core.eligibility.Maudsley;
import org.evenkeel.core.eligibility.MghStaging;
import org.evenkeel.core.eligibility.Resistance;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.WorkUp;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Plausible;
import org.evenkeel.core.history.Vocabulary;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Content about histories and eligibility, loaded once.
///
/// @param vocabulary what a history may speak of
/// @param plausible what a body can have
/// @param adequacies when a trial counts, in the order they are shown
/// @param packs rule packs with all their versions, in the order they are asked
/// @param resistances definitions of treatment resistance
/// @param maudsley a scale of stages
/// @param mgh another
/// @param workUp what is looked at before a first treatment
public record EligibilityContent(
        Vocabulary vocabulary,
        Plausible plausible,
        List<Adequacy> adequacies,
        List<RulePack> packs,
        List<Resistance> resistances,
        Maudsley maudsley,
        MghStaging mgh,
        WorkUp workUp) {
    /// How the ids of packs begin that define treatment resistance; a clinic goes by one of them.
    public static final String RESISTANCE = "trd.";

    public EligibilityContent {
        adequacies = List.copyOf(adequacies);
        packs = List.copyOf(packs);
        resistances = List.copyOf(resistances);
    }

    /// Ids of the packs that define treatment resistance.
    public List<String> resistancePacks() {
        return packs.stream()
                .map(RulePack::id)
                .filter(id -> id.startsWith(RESISTANCE))
                .distinct()
                .toList();
    }

    /// Every place that some pack holds for by name.
    public Set<String> jurisdictions() {
        Set<String> named = packs.stream()
                .flatMap(pack -> pack.jurisdiction().stream())
                .collect(Collectors.toSet());
        named.add("US");
        return Set.copyOf(named);
    }
}
