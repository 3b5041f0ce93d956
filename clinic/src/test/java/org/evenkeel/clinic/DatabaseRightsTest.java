package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.database.StartRefused;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

@ClinicTest
class DatabaseRightsTest {
    private static final String TABLES = """
            select schemaname || '.' || tablename
            from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema', 'public')
            order by 1
            """;

    @Autowired
    JdbcClient database;

    @Autowired
    Visitors visitors;

    @Autowired
    Flyway flyway;

    @Autowired
    FlywayMigrationStrategy migrations;

    /// HZ-17.
    @Test
    void theApplicationOwnsNothing() {
        assertThat(database.sql("select current_user").query(String.class).single())
                .isEqualTo("evenkeel_app");
        assertThat(database.sql("""
                                select count(*) from pg_class
                                where relowner = (select oid from pg_roles
                                                  where rolname = current_user)
                                """).query(Integer.class).single()).isZero();
    }

    /// HZ-17.
    @Test
    void factsCanOnlyBeAdded() {
        visitors.person(Role.NURSE);
        for (String table : tables()) {
            assertThatThrownBy(() -> database.sql("delete from " + table).update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
            String column =
                    database.sql("""
                            select column_name from information_schema.columns
                            where table_schema || '.' || table_name = :table
                              and is_identity = 'NO'
                            order by ordinal_position limit 1
                            """).param("table", table).query(String.class).single();
            String update = "update " + table + " set " + column + " = " + column;
            assertThatThrownBy(() -> database.sql(update).update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    /// HZ-42.
    @Test
    void anOlderProgramRefusesTheTablesOfANewerOne() {
        Owner.update("""
                insert into public.flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by,
                     execution_time, success)
                values (99999, '9999', 'later', 'SQL', 'V9999__later.sql', 'test', 1, true)
                """);
        try {
            assertThatThrownBy(() -> migrations.migrate(flyway))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("A newer Evenkeel has worked on this database")
                    .hasMessageContaining("9999");
        } finally {
            Owner.update("delete from public.flyway_schema_history where version = '9999'");
        }
    }

    @Test
    void everyClinicalTableNamesItsClinic() {
        List<String> without = database.sql("""
                        select t.table_schema || '.' || t.table_name
                        from information_schema.tables t
                        where t.table_schema in ('audit', 'patient', 'treatment', 'prom',
                                                 'forecasting')
                          and not exists (select from information_schema.columns c
                                          where c.table_schema = t.table_schema
                                            and c.table_name = t.table_name
                                            and c.column_name = 'clinic_id'
                                            and c.is_nullable = 'NO')
                        """).query(String.class).list();
        assertThat(without).isEmpty();
        assertThat(tables()).hasSizeGreaterThan(9);
    }

    /// The short run's server alone goes without `fsync`: `EmbeddedPostgresTest` asks one as
    /// shipped.
    @Test
    void whatIsConfirmedIsWrittenFirst() {
        for (String setting : List.of("synchronous_commit", "full_page_writes")) {
            assertThat(database.sql("show " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    private List<String> tables() {
        return database.sql(TABLES).query(String.class).list();
    }
}
