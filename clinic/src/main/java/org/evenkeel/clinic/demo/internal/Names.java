package org.evenkeel.clinic.demo.internal;

import org.evenkeel.clinic.patient.Patient;

import java.util.List;

/// Names nobody bears: plants and birds, and family names that say they are examples.
final class Names {
    private static final List<String> GIVEN = List.of(
            "Alder",
            "Aster",
            "Avocet",
            "Beech",
            "Briar",
            "Bryony",
            "Cedar",
            "Chervil",
            "Clover",
            "Curlew",
            "Dunlin",
            "Elder",
            "Fennel",
            "Fern",
            "Finch",
            "Gannet",
            "Hawthorn",
            "Hazel",
            "Heron",
            "Juniper",
            "Kestrel",
            "Lark",
            "Laurel",
            "Linden",
            "Linnet",
            "Lovage",
            "Mallow",
            "Maple",
            "Marten",
            "Merlin",
            "Myrtle",
            "Osprey",
            "Petrel",
            "Pipit",
            "Plover",
            "Quince",
            "Robin",
            "Rowan",
            "Rush",
            "Saffron",
            "Sorrel",
            "Starling",
            "Swift",
            "Tansy",
            "Teasel",
            "Tern",
            "Thistle",
            "Willow",
            "Wren",
            "Yarrow");
    private static final List<String> FAMILY = List.of("Example", "Sample", "Specimen");

    private Names() {}

    /// The name of patient `number`; the first hundred and fifty differ.
    static Patient.Name of(int number) {
        return new Patient.Name(
                GIVEN.get(Math.floorMod(number * 7, GIVEN.size())),
                FAMILY.get(Math.floorMod(number / GIVEN.size(), FAMILY.size())));
    }
}
