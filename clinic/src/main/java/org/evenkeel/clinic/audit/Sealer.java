package org.evenkeel.clinic.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Gives each committed event its place in its clinic's chain. Acts never wait for it.
///
/// Events are committed in another order than they were numbered, and a rollback leaves a gap. So
/// the sealer looks for events without a seal. It need not look at all of them each time: whatever
/// the transactions wrote that had ended when it last looked, it has sealed.
@Service
public class Sealer {
    private static final int BATCH = 2_000;
    /// A server that was killed gives numbers of transactions anew of which nothing had reached the
    /// disk: those of the fraction of a second in which none was committed, with much to spare.
    private static final int SPARE = 1_000;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    /// By clinic, the oldest transaction that was still running at the last look.
    private final Map<UUID, String> horizons = new ConcurrentHashMap<>();

    Sealer(JdbcClient database, JdbcTemplate batches, PlatformTransactionManager transactions) {
        this.database = database;
        this.batches = batches;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// What one transaction sealed.
    ///
    /// @param horizon the oldest transaction that was running
    /// @param events how many
    /// @param last number of the last event
    private record Batch(String horizon, int events, long last) {}

    /// Which events one transaction looks for.
    ///
    /// @param horizon from which transaction on; empty for all
    /// @param after number of an event behind which to begin
    private record Look(Optional<String> horizon, long after) {}

    private record Unsealed(long event, @Nullable String[] columns) {}

    /// Seals what a clinic's ended transactions have written. Where another process is sealing
    /// that clinic, this one leaves it to it.
    ///
    /// @return how many events were sealed
    public int seal(UUID clinicId) {
        // It comes back when all went well: after a failure the next look compares everything.
        Optional<String> known = Optional.ofNullable(horizons.remove(clinicId));
        Optional<String> horizon = Optional.empty();
        int sealed = 0;
        long after = 0;
        while (true) {
            long from = after;
            Optional<Batch> done =
                    transactions.execute(_ -> sealSome(clinicId, new Look(known, from)));
            if (done.isEmpty()) {
                known.ifPresent(before -> horizons.put(clinicId, before));
                return sealed;
            }
            Batch batch = done.get();
            // The first look is the one that counts: later ones start behind what it saw.
            horizon = horizon.or(() -> Optional.of(batch.horizon()));
            sealed += batch.events();
            after = batch.last();
            if (batch.events() < BATCH) {
                horizons.put(clinicId, horizon.get());
                return sealed;
            }
        }
    }

    /// The end of a clinic's chain.
    @Transactional(readOnly = true)
    public Head head(UUID clinicId) {
        return end(clinicId);
    }

    private Optional<Batch> sealSome(UUID clinicId, Look look) {
        boolean alone = database.sql("select pg_try_advisory_xact_lock(:key)")
                .param(
                        "key",
                        clinicId.getMostSignificantBits() ^ clinicId.getLeastSignificantBits())
                .query(Boolean.class)
                .single();
        if (!alone) {
            return Optional.empty();
        }
        String horizon =
                database.sql("""
                        select greatest(
                            pg_snapshot_xmin(pg_current_snapshot())::text::bigint - :spare, 3)::text
                        """).param("spare", SPARE).query(String.class).single();
        List<Unsealed> events = unsealed(clinicId, look);
        append(clinicId, events);
        long last = events.isEmpty() ? look.after() : events.getLast().event();
        return Optional.of(new Batch(horizon, events.size(), last));
    }

    /// A restored database holds numbers of transactions its server has yet to reach; the first
    /// look, which asks for no transaction, has sealed those.
    private List<Unsealed> unsealed(UUID clinicId, Look look) {
        String recent = look.horizon().isEmpty() ? "" : """
                and e.xid >= cast(:horizon as xid8)
                and e.xid < pg_snapshot_xmax(pg_current_snapshot())
                """;
        return database.sql("select e.number as event, " + Chain.COLUMNS + """
                        from audit.event e
                        where e.clinic_id = :clinic and e.number > :after
                        """ + recent + """
                        and not exists (select from audit.seal s where s.event = e.number)
                        order by e.number
                        limit :limit
                        """)
                .param("clinic", clinicId)
                .param("after", look.after())
                .param("horizon", look.horizon().orElse(""))
                .param("limit", BATCH)
                .query((row, _) -> new Unsealed(row.getLong(1), columns(row, 2)))
                .list();
    }

    /// The sealed columns of a row, which stand there from one position on.
    static @Nullable String[] columns(ResultSet row, int from) throws SQLException {
        @Nullable String[] columns = new String[Chain.WIDTH];
        for (int i = 0; i < Chain.WIDTH; i++) {
            columns[i] = row.getString(from + i);
        }
        return columns;
    }

    private void append(UUID clinicId, List<Unsealed> events) {
        if (events.isEmpty()) {
            return;
        }
        Chain chain = new Chain();
        Head head = end(clinicId);
        long number = head.number();
        byte[] hash = head.bytes();
        List<Object[]> seals = new ArrayList<>();
        for (Unsealed event : events) {
            number++;
            hash = chain.next(hash, number, event.columns());
            seals.add(new Object[] {clinicId, number, event.event(), hash});
        }
        batches.batchUpdate(
                "insert into audit.seal (clinic_id, number, event, hash) values (?, ?, ?, ?)",
                seals);
    }

    private Head end(UUID clinicId) {
        return database.sql("""
                        select number, hash from audit.seal where clinic_id = :clinic
                        order by number desc limit 1
                        """)
                .param("clinic", clinicId)
                .query((row, _) -> Head.of(
                        row.getLong("number"), Objects.requireNonNull(row.getBytes("hash"))))
                .optional()
                .orElseGet(Head::beginning);
    }
}
