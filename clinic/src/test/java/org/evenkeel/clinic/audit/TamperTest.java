package org.evenkeel.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.ScratchDatabase;
import org.evenkeel.clinic.audit.Broken.What;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Whoever may do everything in the database cannot change what was anchored without being found.
class TamperTest {
    private static final long SEED = 20_261_122;
    private static final int ROUNDS = Boolean.getBoolean("evenkeel.all") ? 1_000 : 120;
    private static final int ANCHORED = 90;
    private static final int SEALED = 97;
    private static final List<String> EDITS = List.of(
            "at = at + interval '1 microsecond'",
            "actor_id = gen_random_uuid()",
            "role = role || ' '",
            "action = 'worklist-view'",
            "object_kind = 'clinic'",
            "object_id = gen_random_uuid()",
            "outcome = 'denied'",
            "clinic_id = '00000000-0000-0000-0000-000000000002'");

    @TempDir
    Path folder;

    private final SplittableRandom chance = new SplittableRandom(SEED);

    /// What was done to the chain and what must be said of it.
    ///
    /// @param first the first link that is broken
    private record Tampering(What what, long first) {}

    /// HZ-14.
    @Test
    void everyTamperingIsFoundAndItsFirstLinkNamed() throws Exception {
        try (AuditScene scene = new AuditScene(folder)) {
            fill(scene);
            assertThat(scene.verify())
                    .returns(true, Verdict::isWhole)
                    .returns(2L * SEALED, Verdict::verified)
                    .returns(3L, Verdict::unsealed);
            AnchorFile.Kept kept = scene.file().read();
            UUID clinic = scene.clinics.getFirst();
            List<String> missed = new ArrayList<>();
            try (Connection superuser = ScratchDatabase.connect(scene.database().superuser())) {
                superuser.setAutoCommit(false);
                for (int round = 0; round < ROUNDS; round++) {
                    Tampering done = tamper(superuser, clinic, round % 10);
                    List<Broken> found = new Verifier(superuser, kept).verify().broken();
                    if (!isNamed(done, clinic, found)) {
                        missed.add("seed " + SEED + ", round " + round + ": " + done + ", found "
                                + found);
                    }
                    superuser.rollback();
                }
            }
            assertThat(missed).isEmpty();
            assertThat(scene.verify().isWhole()).isTrue();
        }
    }

    /// Two clinics whose events alternate, anchored now and then, some links not anchored yet and
    /// some events not sealed.
    private static void fill(AuditScene scene) throws Exception {
        scene.anchor(Anchor.Occasion.START);
        scene.anchorWhileABackupDoesSo(10);
        for (int sealed = 10; sealed < ANCHORED; sealed += 10) {
            if (sealed == 40) {
                scene.anchorWhileABackupDoesSo(10);
                continue;
            }
            for (UUID clinic : scene.clinics) {
                scene.write(clinic, 10);
            }
            scene.seal();
            if (sealed % 30 == 20) {
                scene.anchor(Anchor.Occasion.MINUTE);
            }
        }
        for (UUID clinic : scene.clinics) {
            scene.write(clinic, SEALED - ANCHORED);
        }
        scene.seal();
        scene.write(scene.clinics.getFirst(), 3);
    }

    private static boolean isNamed(Tampering done, UUID clinic, List<Broken> found) {
        if (found.size() != 1) {
            return false;
        }
        Broken broken = found.getFirst();
        return broken.what() == done.what()
                && broken.clinicId().orElseThrow().equals(clinic)
                && (done.what() == What.FORGED
                        ? broken.number() <= done.first() && done.first() <= broken.last()
                        : broken.number() == done.first());
    }

    private Tampering tamper(Connection as, UUID clinic, int way) throws SQLException {
        int at = 1 + chance.nextInt(ANCHORED - 1);
        int other = at + 1 + chance.nextInt(SEALED - at);
        return switch (way) {
            case 0, 1, 2 -> {
                String edit = EDITS.get(chance.nextInt(EDITS.size()));
                run(as, "update audit.event set " + edit + " where number = " + event(at), clinic);
                yield new Tampering(What.EDITED, at);
            }
            case 3 -> {
                run(as, "update audit.seal set hash = sha256(hash)" + link(at), clinic);
                yield new Tampering(What.EDITED, at);
            }
            case 4 -> {
                run(as, "delete from audit.event where number = " + event(at), clinic);
                yield new Tampering(What.DELETED, at);
            }
            case 5 -> {
                if (chance.nextBoolean()) {
                    run(as, "delete from audit.event where number = " + event(at), clinic);
                }
                run(as, "delete from audit.seal" + link(at), clinic);
                yield new Tampering(What.DELETED, at);
            }
            case 6 -> {
                swapContents(as, clinic, at, other);
                yield new Tampering(What.SWAPPED, at);
            }
            case 7 -> {
                swapLinks(as, clinic, at, other, chance.nextBoolean());
                yield new Tampering(What.SWAPPED, at);
            }
            case 8 -> {
                run(
                        as,
                        "delete from audit.event where number in (select event from audit.seal"
                                + link(at).replace("number =", "number >=") + ")",
                        clinic);
                run(
                        as,
                        "delete from audit.seal" + link(at).replace("number =", "number >="),
                        clinic);
                yield new Tampering(What.CUT, at);
            }
            default -> {
                run(
                        as,
                        "update audit.event set role = 'manager' where number = " + event(at),
                        clinic);
                forge(as, clinic);
                yield new Tampering(What.FORGED, at);
            }
        };
    }

    private static String link(long number) {
        return " where clinic_id = ?::uuid and number = " + number;
    }

    private static String event(long number) {
        return "(select event from audit.seal" + link(number) + ")";
    }

    private static void swapContents(Connection as, UUID clinic, int at, int other)
            throws SQLException {
        String columns = "at, actor_id, role, action, object_kind, object_id, outcome";
        run(
                as,
                "create temporary table kept on commit drop as select * from audit.event"
                        + " where number in (" + event(at) + ", " + event(other) + ")",
                clinic);
        run(
                as,
                "update audit.event e set (" + columns + ") = (select " + columns
                        + " from kept k where k.number <> e.number)"
                        + " where number in (select number from kept)");
    }

    /// Swaps the events of two links, or with `whole` their hashes as well.
    private static void swapLinks(Connection as, UUID clinic, int at, int other, boolean whole)
            throws SQLException {
        run(
                as,
                "create temporary table kept on commit drop as select * from audit.seal"
                        + " where clinic_id = ?::uuid and number in (" + at + ", " + other + ")",
                clinic);
        run(as, "update audit.seal set event = -event where event in (select event from kept)");
        run(
                as,
                "update audit.seal s set event = k.event" + (whole ? ", hash = k.hash" : "")
                        + " from kept k where s.clinic_id = k.clinic_id and k.number <> s.number"
                        + " and s.event < 0");
    }

    /// Makes all hashes of a clinic anew, so that its chain fits in itself.
    private static void forge(Connection as, UUID clinic) throws SQLException {
        Chain chain = new Chain();
        byte[] hash = Chain.beginning();
        try (PreparedStatement links = as.prepareStatement("select s.number, " + Chain.COLUMNS
                        + "from audit.seal s join audit.event e on e.number = s.event"
                        + " where s.clinic_id = ? order by s.number");
                PreparedStatement change = as.prepareStatement(
                        "update audit.seal set hash = ? where clinic_id = ? and number = ?")) {
            links.setObject(1, clinic);
            try (ResultSet rows = links.executeQuery()) {
                while (rows.next()) {
                    @Nullable String[] columns = Sealer.columns(rows, 2);
                    hash = chain.next(hash, rows.getLong(1), columns);
                    change.setBytes(1, hash);
                    change.setObject(2, clinic);
                    change.setLong(3, rows.getLong(1));
                    change.addBatch();
                }
            }
            change.executeBatch();
        }
    }

    /// @param clinic stands for every `?`
    private static void run(Connection as, String sql, UUID... clinic) throws SQLException {
        try (PreparedStatement statement = as.prepareStatement(sql)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setObject(i, clinic[0].toString());
            }
            statement.execute();
        }
    }
}
