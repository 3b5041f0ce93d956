package org.evenkeel.knowledge;

import java.util.Map;
import java.util.Set;

/// Lists of ingredients that rules name together.
///
/// @param ingredients RxNorm ingredient names, in lower case, by the name of the list
record MedicineGroups(Map<String, Set<String>> ingredients) {
    MedicineGroups {
        ingredients = Map.copyOf(ingredients);
    }
}
