package org.evenkeel.clinic.access.internal;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.CareTeams;
import org.evenkeel.clinic.access.Charts;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Relation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/// Looks up what a person is to a patient's record.
@Component
class Relations {
    private final Charts charts;
    private final BiPredicate<Person, UUID> looksAfter;

    @Autowired
    Relations(Charts charts, CareTeams teams) {
        this(charts, teams::has);
    }

    /// @param looksAfter whether a person is of a patient's care team
    Relations(Charts charts, BiPredicate<Person, UUID> looksAfter) {
        this.charts = charts;
        this.looksAfter = looksAfter;
    }

    /// The closest relation.
    Relation of(Person person, UUID patientId) {
        if (person.patientId().equals(Optional.of(patientId))) {
            return Relation.SELF;
        }
        return Acting.onPatient(person, patientId).call(() -> {
            boolean there = charts.has(person.clinicId(), patientId);
            // Asked also where there is no record: a closed one must not take longer to refuse.
            boolean after = looksAfter.test(person, patientId);
            if (!there) {
                return Relation.NONE;
            }
            return after ? Relation.CARE_TEAM : Relation.OWN_CLINIC;
        });
    }
}
