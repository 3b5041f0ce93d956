package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

import javax.sql.DataSource;

/// What row-level security costs a page: the same requests with it and without it, in turns, as a
/// ratio. Figures are printed, not judged: they depend on the machine.
@ClinicTest
@EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
// Forecasts of a hundred thousand patients in the background would be measured too.
@TestPropertySource(properties = "evenkeel.shadow.first=PT10H")
// Its connections would be missing to the tests behind it.
@DirtiesContext
class WallsCostTest {
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 6;
    /// Requests that meet the fresh connections, not measured.
    private static final int NEW_CONNECTIONS = 10;
    private static final int ASKED = 40;
    private static final int MANY = 100_000;
    private static final double P95 = 0.95;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    DataSource pages;

    private final JdbcClient database = JdbcClient.create(unlimited());

    @Test
    void pagesOfTheDemo() {
        List<UUID> ids = visitors.courses(visitors.person(Role.PRESCRIBER)).stream()
                .map(each -> each.patient().id())
                .toList();
        Visitor prescriber = visitors.as(Role.PRESCRIBER);
        compare("150 patients", "worklist", prescriber, _ -> "/worklist");
        compare("150 patients", "appointments", prescriber, _ -> "/appointments");
        compare("150 patients", "patient", prescriber, i -> page(ids, i));
        Visitor therapist = visitors.as(Role.THERAPIST);
        compare("150 patients", "worklist of a care team", therapist, _ -> "/worklist");
    }

    @Test
    void pagesOfARegistry() {
        OtherClinic.Someone registry =
                new OtherClinic(visitors, people, links, courses).prescriber();
        fill(registry.person().clinicId());
        List<UUID> ids = database.sql("""
                        select id from patient.patient
                        where clinic_id = :clinic order by id limit 500
                        """)
                .param("clinic", registry.person().clinicId())
                .query(UUID.class)
                .list();
        String size = MANY + " patients";
        compare(size, "appointments", registry.visitor(), _ -> "/appointments");
        compare(size, "patient", registry.visitor(), i -> page(ids, i));
        List<Snapshot> demo = visitors.courses(visitors.person(Role.PRESCRIBER));
        compare(
                size + " beside",
                "patient of the demo",
                visitors.as(Role.PRESCRIBER),
                i -> "/patients/" + demo.get(i % demo.size()).patient().id());
    }

    private static String page(List<UUID> ids, int i) {
        return "/patients/" + ids.get(i % ids.size());
    }

    private void compare(String size, String what, Visitor visitor, IntFunction<String> path) {
        for (int i = 0; i < WARM_UP; i++) {
            visitor.get(path.apply(i));
        }
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            with.addAll(ask(visitor, path));
            wall("bypassrls");
            try {
                without.addAll(ask(visitor, path));
            } finally {
                wall("nobypassrls");
            }
        }
        System.out.printf(
                "%s, %s: p95 %.1f ms with row-level security, %.1f ms without, ratio %.2f;"
                        + " median %.1f, %.1f, ratio %.2f%n",
                size,
                what,
                at(P95, with),
                at(P95, without),
                at(P95, with) / at(P95, without),
                at(0.5, with),
                at(0.5, without),
                at(0.5, with) / at(0.5, without));
    }

    private static List<Double> ask(Visitor visitor, IntFunction<String> path) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < NEW_CONNECTIONS; i++) {
            visitor.get(path.apply(i));
        }
        for (int i = 0; i < ASKED; i++) {
            long start = System.nanoTime();
            assertThat(visitor.get(path.apply(i)).statusCode()).isEqualTo(200);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }

    private static double at(double part, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) (part * (sorted.size() - 1)));
    }

    /// Lets the application's role through the wall, or not, with connections of its own each time:
    /// an open one keeps plans of before.
    private void wall(String bypass) {
        database.sql("alter role " + TestDatabase.logins().application().user() + " " + bypass)
                .update();
        try {
            pages.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource unlimited() {
        DatabaseLogin superuser = ScratchDatabase.anywhere().patient();
        return new DriverManagerDataSource(superuser.url(), superuser.user(), superuser.password());
    }

    /// A hundred thousand patients with six answers and four treatments each.
    private void fill(UUID clinic) {
        database.sql("""
                        insert into patient.patient (id, clinic_id, given_name, family_name, sex)
                        select gen_random_uuid(), :clinic, 'Given' || n, 'Family' || n, 'unknown'
                        from generate_series(1, :many) n
                        """).param("clinic", clinic).param("many", MANY).update();
        database.sql("""
                        insert into prom.response (id, clinic_id, patient_id, instrument, version,
                                                   answered_on, total, recorded_at, recorded_by)
                        select gen_random_uuid(), p.clinic_id, p.id, 'phq-9', '1',
                               date '2026-11-20' - 14 * n, 4 + n, now(), p.clinic_id
                        from patient.patient p, generate_series(0, 5) n
                        where p.clinic_id = :clinic
                        """).param("clinic", clinic).update();
        database.sql("""
                        insert into treatment.administration (id, clinic_id, patient_id, given_on,
                                                              drug, route, dose_mg, recorded_at,
                                                              recorded_by)
                        select gen_random_uuid(), p.clinic_id, p.id, date '2026-11-10' - 28 * n,
                               'ketamine', 'IV', 40, now(), p.clinic_id
                        from patient.patient p, generate_series(0, 3) n
                        where p.clinic_id = :clinic
                        """).param("clinic", clinic).update();
        database.sql("analyze").update();
    }
}
