package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.identity.internal.Provider.Identity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who people are at an outside provider. One identity is one person's at a time; a link that ended
/// stays in the table and opens nothing.
@Component
public class ProviderLinks {
    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;

    ProviderLinks(JdbcClient database, Audit audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// A link that stands.
    ///
    /// @param number which
    /// @param linkedAt since when
    public record Link(long number, Instant linkedAt) {}

    /// Whose identity this is.
    @Transactional(readOnly = true)
    public Optional<UUID> holder(Identity identity) {
        return database.sql("""
                        select person_id from identity.provider_link
                        where issuer = :issuer and subject = :subject and ended_at is null
                        """)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(UUID.class)
                .optional();
    }

    /// The links of a person, the oldest first.
    @Transactional(readOnly = true)
    public List<Link> of(UUID personId) {
        return database.sql("""
                        select number, linked_at from identity.provider_link
                        where person_id = :person and ended_at is null order by number
                        """)
                .param("person", personId)
                .query((row, _) -> new Link(
                        row.getLong("number"),
                        row.getObject("linked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Links an identity to a person; false where it is somebody's already.
    @Transactional
    public boolean add(Identity identity, Person person) {
        int added = database.sql("""
                        insert into identity.provider_link (issuer, subject, person_id, linked_at)
                        values (:issuer, :subject, :person, :now)
                        on conflict (issuer, subject) where ended_at is null do nothing
                        """)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .param("person", person.id())
                .param("now", now())
                .update();
        if (added == 1) {
            audit.done(person.actor(), new Act("enrol-provider", "person", person.id()));
        }
        return added == 1;
    }

    /// Ends one of a person's links; one that is not theirs, or ended, is left alone.
    @Transactional
    public void end(Person person, long number) {
        int ended = database.sql("""
                        update identity.provider_link set ended_at = :now
                        where number = :number and person_id = :person and ended_at is null
                        """)
                .param("number", number)
                .param("person", person.id())
                .param("now", now())
                .update();
        if (ended == 1) {
            audit.done(person.actor(), new Act("end-provider", "person", person.id()));
        }
    }

    /// Ends all of a person's links.
    @Transactional
    public void endAll(UUID personId) {
        database.sql("""
                        update identity.provider_link set ended_at = :now
                        where person_id = :person and ended_at is null
                        """).param("person", personId).param("now", now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
