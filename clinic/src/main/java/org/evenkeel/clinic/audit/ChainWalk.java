package org.evenkeel.clinic.audit;

import org.evenkeel.clinic.audit.Anchor.Occasion;
import org.evenkeel.clinic.audit.Broken.What;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One walk along a clinic's chain, from its first link to the first that is broken.
final class ChainWalk {
    private static final int FETCHED = 5_000;
    /// Anchors are kept each minute. The last events before a stop by force may lack theirs, those
    /// of a longer time may not.
    private static final Duration UNANCHORED_AT_MOST = Duration.ofMinutes(5);
    private static final String LINKS =
            "select s.number, s.event, s.hash, e.number, " + Chain.COLUMNS + """
            from audit.seal s
            left join audit.event e on e.number = s.event
            where s.clinic_id = ?
            order by s.number
            """;
    private static final int COLUMNS_FROM = 5;

    private final Connection connection;
    private final UUID clinicId;
    private final List<Anchor> anchors;
    /// They in the order of the links they name: a backup may append a head after the application
    /// has appended a later one.
    private final List<Anchor> inOrder;
    private final Chain chain = new Chain();
    private long verified;
    private byte[] hash = Chain.beginning();
    /// Place of the next anchor to be met.
    private int next;
    private final Optional<Broken> broken;

    /// Walks.
    ///
    /// @param anchors the clinic's, in the order they were kept
    ChainWalk(Connection connection, UUID clinicId, List<Anchor> anchors) throws SQLException {
        this.connection = connection;
        this.clinicId = clinicId;
        this.anchors = anchors;
        this.inOrder = anchors.stream()
                .sorted(Comparator.comparingLong(anchor -> anchor.head().number()))
                .toList();
        Optional<Broken> inChain = walk();
        this.broken = inChain.isPresent() ? inChain : missing();
    }

    /// A link as it stands.
    ///
    /// @param event number of its event
    /// @param columns the event's; empty where it is gone
    private record Link(
            long number, long event, byte[] hash, Optional<@Nullable String[]> columns) {

        static Link of(ResultSet row) throws SQLException {
            boolean isThere = row.getObject(COLUMNS_FROM - 1) != null;
            return new Link(
                    row.getLong(1),
                    row.getLong(2),
                    row.getBytes(3),
                    isThere ? Optional.of(Sealer.columns(row, COLUMNS_FROM)) : Optional.empty());
        }
    }

    /// How many links hold.
    long verified() {
        return verified;
    }

    /// The first that does not.
    Optional<Broken> broken() {
        return broken;
    }

    private Optional<Broken> walk() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LINKS)) {
            statement.setFetchSize(FETCHED);
            statement.setObject(1, clinicId);
            try (ResultSet rows = statement.executeQuery()) {
                Optional<Broken> found = meetAnchors();
                while (found.isEmpty() && rows.next()) {
                    found = step(Link.of(rows));
                }
                return found;
            }
        }
    }

    private Optional<Broken> step(Link link) throws SQLException {
        long number = verified + 1;
        if (link.number() != number) {
            return broken(What.DELETED, number, number, "is gone");
        }
        if (link.columns().isEmpty()) {
            return broken(What.DELETED, number, number, "has lost its event");
        }
        byte[] computed = chain.next(hash, number, link.columns().get());
        if (!Arrays.equals(computed, link.hash())) {
            Optional<Long> home = home(link, link.columns().get());
            return home.isPresent()
                    ? broken(What.SWAPPED, number, number, "holds what belongs at " + home.get())
                    : broken(What.EDITED, number, number, "does not match its hash");
        }
        verified = number;
        hash = computed;
        return meetAnchors();
    }

    /// Compares with the anchors of the link just passed.
    private Optional<Broken> meetAnchors() {
        long met = next == 0 ? 0 : inOrder.get(next - 1).head().number();
        while (next < inOrder.size() && inOrder.get(next).head().number() <= verified) {
            Head head = inOrder.get(next).head();
            if (head.number() < verified || !Arrays.equals(head.bytes(), hash)) {
                return broken(
                        What.FORGED,
                        Math.min(met + 1, verified),
                        verified,
                        "or one up to " + verified + " was made anew after its anchor of "
                                + inOrder.get(next).at());
            }
            next++;
        }
        return Optional.empty();
    }

    /// Where in the chain a link's event, or the whole link, fits.
    private Optional<Long> home(Link wrong, @Nullable String[] columns) throws SQLException {
        @Nullable String[] renumbered = columns.clone();
        byte[] before = Chain.beginning();
        try (PreparedStatement statement = connection.prepareStatement("""
                select number, event, hash from audit.seal where clinic_id = ? order by number
                """)) {
            statement.setFetchSize(FETCHED);
            statement.setObject(1, clinicId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long number = rows.getLong(1);
                    byte[] there = rows.getBytes(3);
                    renumbered[Chain.NUMBER] = Long.toString(rows.getLong(2));
                    boolean fits = Arrays.equals(chain.next(before, number, columns), there)
                            || Arrays.equals(chain.next(before, number, renumbered), there)
                            || Arrays.equals(
                                    chain.next(
                                            // Of two neighbours, each other's hash.
                                            number == wrong.number() + 1 ? there : before,
                                            number,
                                            columns),
                                    wrong.hash());
                    if (number != wrong.number() && fits) {
                        return Optional.of(number);
                    }
                    before = there;
                }
            }
        }
        return Optional.empty();
    }

    /// What the end of the chain lacks.
    private Optional<Broken> missing() throws SQLException {
        if (next < inOrder.size()) {
            // The first one not met: an application that went on has kept lower ones since.
            Anchor unmet = inOrder.get(next);
            return broken(
                    What.CUT,
                    verified + 1,
                    unmet.head().number(),
                    "is gone with all after it, though " + unmet.head().number()
                            + " were anchored at " + unmet.at());
        }
        if (verified == 0) {
            return Optional.empty();
        }
        if (anchors.isEmpty()) {
            return broken(What.ANCHOR_MISSING, 1, verified, "and all after it have no anchor");
        }
        Anchor first = anchors.getFirst();
        if (first.head().number() > 0 && first.occasion() != Occasion.RESTORE) {
            return broken(
                    What.ANCHOR_MISSING,
                    1,
                    first.head().number(),
                    "has lost its anchors: the first one kept is of " + first.at());
        }
        long anchored = inOrder.getLast().head().number();
        if (isLongUnanchored(anchored)) {
            return broken(
                    What.ANCHOR_MISSING,
                    anchored + 1,
                    verified,
                    "and all after it have no anchor, though they span more than "
                            + UNANCHORED_AT_MOST.toMinutes() + " minutes");
        }
        return Optional.empty();
    }

    private boolean isLongUnanchored(long anchored) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select coalesce(max(e.at) - min(e.at) > make_interval(mins => ?), false)
                from audit.seal s
                join audit.event e on e.number = s.event
                where s.clinic_id = ? and s.number > ?
                """)) {
            statement.setInt(1, (int) UNANCHORED_AT_MOST.toMinutes());
            statement.setObject(2, clinicId);
            statement.setLong(3, anchored);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private Optional<Broken> broken(What what, long number, long last, String words) {
        return Optional.of(new Broken(
                Optional.of(clinicId), number, last, what, "event " + number + " " + words));
    }
}
