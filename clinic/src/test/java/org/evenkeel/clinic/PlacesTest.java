package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Somebody who works in two clinics sees each of them only while they work there.
@ClinicTest
class PlacesTest {
    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private Optional<UUID> both = Optional.empty();

    /// Other tests look for the patient of the demo's clinic who may sign in.
    @AfterEach
    void leave() {
        both.ifPresent(person -> Owner.update(
                "update access.membership set until_at = from_at where person_id = ?", person));
    }

    @Test
    void onePersonInTwoClinicsWorksInOneAtATime() {
        OtherClinic.Someone someone =
                new OtherClinic(visitors, people, links, courses).prescriber();
        Person demo = visitors.person(Role.NURSE);
        people.join(new Person(
                someone.person().id(),
                someone.person().name(),
                Role.NURSE,
                demo.clinic(),
                Optional.empty()));
        String patient =
                "/patients/" + visitors.courses(demo).getFirst().patient().id();
        assertThat(someone.visitor().get(patient).statusCode()).isEqualTo(404);

        assertThat(go(someone.visitor(), demo.clinicId() + " nurse").statusCode())
                .isEqualTo(302);

        assertThat(someone.visitor().get(patient).statusCode()).isEqualTo(200);
        assertThat(someone.visitor().get("/import").statusCode())
                .as("a nurse may not, a prescriber may")
                .isEqualTo(404);
        assertThat(factorAt(someone.person())).as("no factor was given").isZero();

        go(someone.visitor(), someone.person().clinicId() + " prescriber");
        assertThat(someone.visitor().get(patient).statusCode()).isEqualTo(404);
        assertThat(go(someone.visitor(), demo.clinicId() + " manager").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whereOneFactorIsEnoughDoesNotLeadToWhereTwoAreNeeded() {
        Person demo = visitors.person(Role.NURSE);
        Person patient = new Person(
                UUID.randomUUID(),
                "Pat Both",
                Role.PATIENT,
                demo.clinic(),
                Optional.of(visitors.courses(demo).getFirst().patient().id()));
        both = Optional.of(patient.id());
        people.add(patient);
        people.join(new Person(
                patient.id(), patient.name(), Role.NURSE, demo.clinic(), Optional.empty()));
        Visitor visitor = visitors.stranger();
        visitor.get("/enter/" + links.issue(patient.id()));
        go(visitor, demo.clinicId() + " patient");
        String nurse = demo.clinicId() + " nurse";

        assertThat(go(visitor, nurse).headers().firstValue("Location").orElseThrow())
                .endsWith("/confirm?to=/account/places");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);

        Owner.giveSecondFactor(patient.id());
        assertThat(go(visitor, nurse).headers().firstValue("Location").orElseThrow())
                .endsWith("/");
        assertThat(visitor.get("/worklist").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> go(Visitor visitor, String place) {
        Map<String, String> form =
                new HashMap<>(Visitor.hidden(visitor.get("/nothing-here"), "/leave"));
        form.put("place", place);
        return visitor.post("/account/places", form);
    }

    private int factorAt(Person person) {
        return database.sql("""
                        select count(*) from identity.session
                        where person_id = :person and factor_at is not null
                        """)
                .param("person", person.id())
                .query(Integer.class)
                .single();
    }
}
