package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.identity.Machine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rows of programs.
@Component
public class MachineTable {
    private static final String ROW = """
            select m.person_id, p.name, m.token_hash, m.may, m.expires_at, m.revoked_at
            from identity.machine m
            join access.person p on p.id = m.person_id
            """;

    private final JdbcClient database;

    MachineTable(JdbcClient database) {
        this.database = database;
    }

    /// A program and the hash of its token.
    public record Known(Machine machine, byte[] tokenHash) {}

    /// Who registered a program, when, and until when it is good.
    public record Made(UUID by, Instant at, Instant until) {}

    /// Adds one.
    @Transactional
    public void add(Person machine, byte[] tokenHash, Set<Permission> may, Made made) {
        database.sql("""
                        insert into identity.machine (person_id, clinic_id, token_hash, may,
                                                      made_by, made_at, expires_at)
                        values (:person, :clinic, :hash, :may, :by, :at, :until)
                        """)
                .param("person", machine.id())
                .param("clinic", machine.clinicId())
                .param("hash", tokenHash)
                .param("may", words(may))
                .param("by", made.by())
                .param("at", made.at().atOffset(ZoneOffset.UTC))
                .param("until", made.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// One by its id.
    @Transactional(readOnly = true)
    public Optional<Known> find(UUID id) {
        return database.sql(ROW + "where m.person_id = :id")
                .param("id", id)
                .query(MachineTable::known)
                .optional();
    }

    /// Those of a clinic, the latest first.
    @Transactional(readOnly = true)
    public List<Machine> of(UUID clinicId) {
        return database
                .sql(ROW + "where m.clinic_id = :clinic order by m.made_at desc, m.person_id")
                .param("clinic", clinicId)
                .query(MachineTable::known)
                .stream()
                .map(Known::machine)
                .toList();
    }

    /// Ends one; false where there is none that stands.
    @Transactional
    public boolean revoke(UUID clinicId, UUID id, UUID by, Instant at) {
        return database.sql("""
                                update identity.machine set revoked_at = :at, revoked_by = :by
                                where person_id = :id and clinic_id = :clinic
                                  and revoked_at is null
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("id", id)
                        .param("clinic", clinicId)
                        .update()
                == 1;
    }

    private static Known known(ResultSet row, int index) throws SQLException {
        return new Known(
                new Machine(
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        permissions(row.getString("may")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                row.getBytes("token_hash"));
    }

    private static String words(Set<Permission> may) {
        return may.stream().map(Permission::words).sorted().collect(Collectors.joining(" "));
    }

    /// One that this version does not know is not granted.
    private static Set<Permission> permissions(String words) {
        Set<String> wanted = Set.of(words.split(" "));
        return Arrays.stream(Permission.values())
                .filter(each -> wanted.contains(each.words()))
                .collect(Collectors.toSet());
    }
}
