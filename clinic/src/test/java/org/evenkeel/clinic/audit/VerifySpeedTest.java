package org.evenkeel.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.UUID;

/// How fast a large audit is sealed and verified.
@EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
class VerifySpeedTest {
    private static final int EVENTS = 400_000;
    private static final int WRITTEN_AT_ONCE = 20_000;
    private static final int VERIFIED_A_SECOND = 50_000;

    @TempDir
    Path folder;

    @Test
    void fiftyThousandEventsASecondAreVerified() throws Exception {
        try (AuditScene scene = new AuditScene(folder)) {
            UUID clinic = scene.clinics.getFirst();
            scene.anchor(Anchor.Occasion.START);
            for (int written = 0; written < EVENTS; written += WRITTEN_AT_ONCE) {
                scene.write(clinic, WRITTEN_AT_ONCE);
            }
            long start = System.nanoTime();
            assertThat(scene.seal()).isEqualTo(EVENTS);
            double sealing = EVENTS / ((System.nanoTime() - start) / 1e9);
            scene.anchor(Anchor.Occasion.MINUTE);
            start = System.nanoTime();
            assertThat(scene.verify())
                    .returns(true, Verdict::isWhole)
                    .returns((long) EVENTS, Verdict::verified);
            double verifying = EVENTS / ((System.nanoTime() - start) / 1e9);
            System.out.printf(
                    "of %d events: sealed %.0f, verified %.0f a second%n",
                    EVENTS, sealing, verifying);
            assertThat(verifying).isGreaterThan(VERIFIED_A_SECOND);
        }
    }
}
