package org.evenkeel.clinic.audit;

import org.evenkeel.clinic.audit.Broken.What;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads every chain and every anchor and names the first break of each clinic.
///
/// The connection must be in a repeatable-read transaction of a role that sees every clinic's rows.
/// The anchors must have been read before it began: later ones could name links it does not show.
public final class Verifier {
    private final Connection connection;
    private final AnchorFile.Kept kept;

    /// Over a connection and the anchors kept.
    public Verifier(Connection connection, AnchorFile.Kept kept) {
        this.connection = connection;
        this.kept = kept;
    }

    /// Verifies all.
    public Verdict verify() throws SQLException {
        List<Broken> broken = new ArrayList<>();
        kept.damage()
                .ifPresent(damage -> broken.add(new Broken(
                        Optional.empty(),
                        0,
                        0,
                        What.ANCHOR_EDITED,
                        "the anchor file was changed: " + damage)));
        Map<UUID, List<Anchor>> anchors =
                kept.anchors().stream().collect(Collectors.groupingBy(Anchor::clinicId));
        TreeSet<UUID> clinics = sealedClinics();
        clinics.addAll(anchors.keySet());
        long verified = 0;
        for (UUID clinic : clinics) {
            ChainWalk walk =
                    new ChainWalk(connection, clinic, anchors.getOrDefault(clinic, List.of()));
            walk.broken().ifPresent(broken::add);
            verified += walk.verified();
        }
        Optional<Instant> last = kept.anchors().stream().map(Anchor::at).max(Instant::compareTo);
        return new Verdict(clinics.size(), verified, unsealed(), last, broken);
    }

    private TreeSet<UUID> sealedClinics() throws SQLException {
        TreeSet<UUID> clinics = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select distinct clinic_id from audit.seal")) {
            while (rows.next()) {
                clinics.add(rows.getObject(1, UUID.class));
            }
        }
        return clinics;
    }

    private long unsealed() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select count(*) from audit.event e
                        where not exists (select from audit.seal s where s.event = e.number)
                        """);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
