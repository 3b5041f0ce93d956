package org.evenkeel.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.audit.Anchor.Occasion;
import org.evenkeel.clinic.audit.Broken.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class AnchorFileTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID CLINIC = new UUID(0, 1);

    @TempDir
    Path folder;

    private static Anchor anchor(long number) {
        return new Anchor(
                NOON.plusSeconds(60 * number),
                CLINIC,
                new Head(number, "ab".repeat(32)),
                Occasion.MINUTE);
    }

    private AnchorFile threeAnchors() throws IOException {
        AnchorFile file = new AnchorFile(folder);
        file.append(List.of(anchor(1), anchor(2)));
        file.append(List.of(anchor(3)));
        return file;
    }

    @Test
    void readsWhatWasAppended() throws IOException {
        AnchorFile file = threeAnchors();

        assertThat(file.read().anchors()).containsExactly(anchor(1), anchor(2), anchor(3));
        assertThat(file.read().damage()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void aLineCutShortByAPowerCutDoesNotCountAndIsWrittenOver() throws IOException {
        AnchorFile file = threeAnchors();
        Files.writeString(file.path(), "2026-11-21T12:04", StandardOpenOption.APPEND);
        assertThat(file.read().anchors()).hasSize(3);

        file.append(List.of(anchor(4)));

        assertThat(file.read().anchors()).hasSize(4);
        assertThat(file.read().damage()).isEmpty();
    }

    @Test
    void aChangedLineShows() throws IOException {
        AnchorFile file = threeAnchors();
        Files.writeString(
                file.path(), Files.readString(file.path()).replace("12:01:00", "12:01:01"));

        assertThat(file.read().damage()).contains("line 3 does not follow from the one before");
    }

    @Test
    void aLineTakenOutShows() throws IOException {
        AnchorFile file = threeAnchors();
        List<String> lines = Files.readAllLines(file.path());
        lines.remove(2);
        Files.write(file.path(), lines);

        assertThat(file.read().damage()).contains("line 3 does not follow from the one before");
    }

    @Test
    void aFileThatIsGoneIsMissed() throws Exception {
        try (AuditScene scene = new AuditScene(folder)) {
            scene.anchor(Occasion.START);
            scene.write(scene.clinics.getFirst(), 5);
            scene.seal();
            scene.anchor(Occasion.MINUTE);
            Files.delete(scene.file().path());
            assertThat(scene.verify().broken())
                    .extracting(Broken::what)
                    .containsExactly(What.ANCHOR_MISSING);

            // Nor does the application hide it by going on.
            scene.write(scene.clinics.getFirst(), 5);
            scene.seal();
            scene.anchor(Occasion.MINUTE);
            assertThat(scene.verify().broken())
                    .extracting(Broken::what)
                    .containsExactly(What.ANCHOR_MISSING);
        }
    }

    @Test
    void anOldCopyIsMissedWhenMoreThanMinutesLackTheirAnchor() throws Exception {
        try (AuditScene scene = new AuditScene(folder)) {
            UUID clinic = scene.clinics.getFirst();
            scene.anchor(Occasion.START);
            scene.write(clinic, 5);
            scene.seal();
            scene.anchor(Occasion.MINUTE);
            String old = Files.readString(scene.file().path());
            scene.write(clinic, 1);
            scene.write(scene.connection(), clinic, 1, AuditScene.NOON.plusSeconds(360));
            scene.seal();
            scene.anchor(Occasion.MINUTE);
            assertThat(scene.verify().isWhole()).isTrue();

            Files.writeString(scene.file().path(), old);

            assertThat(scene.verify().broken())
                    .extracting(Broken::what, Broken::number)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(What.ANCHOR_MISSING, 6L));
        }
    }

    @Test
    void aRestoredDatabaseBeginsItsAnchorsWhereItStands() throws Exception {
        try (AuditScene scene = new AuditScene(folder)) {
            scene.write(scene.clinics.getFirst(), 5);
            scene.seal();
            scene.anchor(Occasion.RESTORE);

            assertThat(scene.verify()).returns(true, Verdict::isWhole);
        }
    }

    /// HZ-14.
    @Test
    void aCutTailShowsAlsoWhenTheApplicationWentOnFromThere() throws Exception {
        try (AuditScene scene = new AuditScene(folder);
                Statement owner = scene.connection().createStatement()) {
            scene.anchor(Occasion.START);
            scene.write(scene.clinics.getFirst(), 10);
            scene.seal();
            scene.anchor(Occasion.MINUTE);
            owner.execute("delete from audit.event where number > 7");
            owner.execute("delete from audit.seal where number > 7");
            scene.anchor(Occasion.MINUTE);

            assertThat(scene.verify().broken())
                    .extracting(Broken::what, Broken::number, Broken::last)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(What.CUT, 8L, 10L));
        }
    }
}
