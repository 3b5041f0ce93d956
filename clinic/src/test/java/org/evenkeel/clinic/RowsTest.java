package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

/// The second wall: whatever the application asks, the database shows a transaction nothing beyond
/// what it said it works for.
@ClinicTest
class RowsTest {
    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("owner")
    JdbcClient owner;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    private Person nurse;
    private OtherClinic.Someone elsewhere;

    @BeforeEach
    void twoClinics() {
        nurse = visitors.person(Role.NURSE);
        elsewhere = new OtherClinic(visitors, people, links, courses).prescriber();
        elsewhere.confirm(elsewhere.sendCsv("patient,date,score\none,2026-11-01,12\n"));
    }

    @Test
    void everyTableThatNamesAClinicIsBehindTheWall() {
        List<String> open = owner.sql("""
                        select c.oid::regclass::text
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
                        where c.relkind = 'r' and not a.attisdropped
                          and (not c.relrowsecurity
                               or not exists (select from pg_policy p where p.polrelid = c.oid))
                        """).query(String.class).list();

        assertThat(open).isEmpty();
        assertThat(tablesOfPatients()).hasSizeGreaterThan(11);
    }

    @Test
    void theApplicationCannotSwitchTheWallOff() {
        assertThat(owner.sql("""
                                select rolsuper or rolbypassrls from pg_roles
                                where rolname = 'evenkeel_app'
                                """).query(Boolean.class).single()).isFalse();
        assertThatThrownBy(
                        () -> database.sql("alter table patient.patient disable row level security")
                                .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoSaysNothingSeesNoPatient() {
        for (String table : tablesOfPatients()) {
            assertThat(rows(table)).as(table).isZero();
            assertThat(transactions.<Integer>execute(_ -> rows(table)))
                    .as(table)
                    .isZero();
        }
    }

    /// HZ-02.
    @Test
    void aClinicSeesItsOwnRowsAndNoOthers() {
        in(Acting.inClinic(elsewhere.person().clinicId()), () -> {
            assertThat(rows("patient.patient")).isOne();
            for (String table : tablesOfPatients()) {
                assertThat(database.sql("select count(*) from " + table
                                        + " where clinic_id <> :clinic")
                                .param("clinic", elsewhere.person().clinicId())
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        });
    }

    @Test
    void onePatientsPageReachesThatPatientAlone() {
        UUID one = visitors.courses(nurse).getFirst().patient().id();
        in(Acting.onPatient(nurse, one), () -> {
            assertThat(rows("patient.patient")).isOne();
            assertThat(rows("prom.response")).isPositive();
            assertThat(database.sql("select count(*) from prom.response where patient_id <> :id")
                            .param("id", one)
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
    }

    @Test
    void whoseReachIsTheirCareTeamSeesThosePatients() {
        Person therapist = visitors.person(Role.THERAPIST);
        int seen = Acting.as(therapist, Acting.Span.CARE_TEAM)
                .call(() -> transactions.<Integer>execute(_ -> rows("patient.patient")));
        int all = Acting.inClinic(therapist.clinicId())
                .call(() -> transactions.<Integer>execute(_ -> rows("patient.patient")));

        assertThat(seen).isPositive().isLessThan(all / 2);
        assertThat(visitors.as(Role.THERAPIST).get("/worklist").statusCode()).isEqualTo(200);
    }

    /// HZ-02.
    @Test
    void nothingCanBeAddedForAnotherClinic() {
        UUID patient = elsewhere.patients().getFirst().patient().id();
        assertThatThrownBy(() -> Acting.inClinic(nurse.clinicId())
                        .run(() -> transactions.executeWithoutResult(_ -> database.sql("""
                                        insert into patient.identifier
                                            (clinic_id, system, value, patient_id)
                                        values (:clinic, 'x', 'y', :patient)
                                        """)
                                .param("clinic", elsewhere.person().clinicId())
                                .param("patient", patient)
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void whoActsCannotChangeWithinATransaction() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        _ -> Acting.inClinic(nurse.clinicId()).run(() -> {})))
                .hasMessageContaining("before a transaction begins");
    }

    private void in(Acting acting, Runnable work) {
        acting.run(() -> transactions.executeWithoutResult(_ -> work.run()));
    }

    private int rows(String table) {
        return database.sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private List<String> tablesOfPatients() {
        return owner.sql("""
                        select table_schema || '.' || table_name
                        from information_schema.columns
                        where column_name in ('patient_id', 'birth_date')
                          and table_schema in ('patient', 'treatment', 'prom', 'forecasting',
                                               'history', 'eligibility', 'consent',
                                               'prescribing')
                        """).query(String.class).list();
    }
}
