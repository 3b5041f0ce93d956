package org.evenkeel.clinic.access.internal;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.CareTeams;
import org.evenkeel.clinic.access.Charts;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Relation;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/// Looks up what a person is to a patient's record.
@Component
class Relations {
    private final Charts charts;
    private final CareTeams teams;

    Relations(Charts charts, CareTeams teams) {
        this.charts = charts;
        this.teams = teams;
    }

    /// The closest relation.
    Relation of(Person person, UUID patientId) {
        if (person.patientId().equals(Optional.of(patientId))) {
            return Relation.SELF;
        }
        return Acting.onPatient(person, patientId).call(() -> {
            if (!charts.has(person.clinicId(), patientId)) {
                return Relation.NONE;
            }
            return teams.has(person, patientId) ? Relation.CARE_TEAM : Relation.OWN_CLINIC;
        });
    }
}
