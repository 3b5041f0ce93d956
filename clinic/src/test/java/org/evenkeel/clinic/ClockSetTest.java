package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/// The clock of a running clinic, program and database, is set ahead and back while people work:
/// by libfaketime, which leaves the monotonic clock alone.
@EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
class ClockSetTest {
    private static final Path LIBRARY =
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    private static final int SAVED = 20;
    private static final int PATIENCE = 100;
    private static final long PAUSE_MILLIS = 100;

    @TempDir
    Path temporary;

    @Test
    void aClockThatIsSetLosesNothingLeavesItsMarkAndOpensNothing() throws Exception {
        assumeTrue(Files.exists(LIBRARY), "Debian's package libfaketime is not installed");
        Path data = temporary.resolve("data");
        Path clock = temporary.resolve("clock");
        set(clock, "+0");
        List<Write> all = new ArrayList<>();
        try (ClinicProcess program = ClinicProcess.demo(data, onClock(clock))) {
            KilledClinic clinic = new KilledClinic(data);
            Load.Clients clients = Load.signIn(program, clinic.patients().getFirst());
            Visitor manager = program.as(Role.MANAGER);
            assertThat(manager.get("/figures").statusCode()).isEqualTo(200);
            Queue<Load.Sheet> sheets = clinic.freeSheets(new Random(1));

            all.addAll(saved(clients, sheets));
            set(clock, "+300");
            untilMarks(clinic, "clock-jumped-ahead");
            all.addAll(saved(clients, sheets));
            set(clock, "-3600");
            untilMarks(clinic, "clock-jumped-back");

            assertThat(manager.get("/figures").statusCode())
                    .as("a session that was seen later than now")
                    .isNotEqualTo(200);
            clinic.assertWhole();
            clinic.assertOnce(all);
            assertThat(clinic.missing(all)).isEmpty();
        }
        Process verify = ClinicProcess.builder("audit", "verify", "--data", data.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(verify.getInputStream().readAllBytes());
        assertThat(verify.waitFor()).as(told).isZero();
    }

    private static List<Write> saved(Load.Clients clients, Queue<Load.Sheet> sheets)
            throws InterruptedException {
        Load load = Load.start(clients, sheets, List.of());
        load.untilSaved(SAVED);
        List<Write> sent = load.stop();
        assertThat(sent).as("people at work").allMatch(Write::wasAcknowledged);
        return sent;
    }

    private static void untilMarks(KilledClinic clinic, String action) throws Exception {
        for (int look = 0; clinic.marks(action) == 0; look++) {
            assertThat(look).as("looks for a mark of %s", action).isLessThan(PATIENCE);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static List<String> onClock(Path clock) {
        return List.of(
                "env",
                "LD_PRELOAD=" + LIBRARY,
                "FAKETIME_TIMESTAMP_FILE=" + clock,
                "FAKETIME_CACHE_DURATION=1",
                "DONT_FAKE_MONOTONIC=1");
    }

    /// In one step, for it is read all the time.
    private static void set(Path clock, String to) throws Exception {
        Path next = clock.resolveSibling("next");
        Files.writeString(next, to + "\n");
        Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
    }
}
