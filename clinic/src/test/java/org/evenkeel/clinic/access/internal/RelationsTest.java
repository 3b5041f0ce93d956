package org.evenkeel.clinic.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Charts;
import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Relation;
import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class RelationsTest {
    private static final UUID THERE = new UUID(0, 1);
    private static final UUID CARED_FOR = new UUID(0, 2);
    private static final UUID MISSING = new UUID(0, 3);

    private static final Person NURSE = new Person(
            new UUID(1, 1),
            "Nia",
            Role.NURSE,
            new Clinic(new UUID(2, 2), "Clinic", ZoneOffset.UTC, "none", 0, true),
            Optional.empty());

    private final List<String> asked = new ArrayList<>();

    private final Relations relations = new Relations(
            new Charts() {
                @Override
                public boolean has(UUID clinicId, UUID patientId) {
                    asked.add("chart");
                    return !patientId.equals(MISSING);
                }

                @Override
                public Optional<String> nameOf(UUID clinicId, UUID patientId) {
                    return Optional.empty();
                }
            },
            (person, patient) -> {
                asked.add("team");
                return patient.equals(CARED_FOR);
            });

    @Test
    void aRecordThatIsNotThereIsAskedAboutAsMuchAsAClosedOne() {
        assertThat(relations.of(NURSE, CARED_FOR)).isEqualTo(Relation.CARE_TEAM);
        asked.clear();
        assertThat(relations.of(NURSE, THERE)).isEqualTo(Relation.OWN_CLINIC);
        List<String> closed = List.copyOf(asked);
        asked.clear();
        assertThat(relations.of(NURSE, MISSING)).isEqualTo(Relation.NONE);
        assertThat(asked).isEqualTo(closed);
    }
}
