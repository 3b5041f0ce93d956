package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// The program, and then its database, are killed at points of chance while people save. What was
/// answered with "saved" must be there, once and whole; and a run that could not have noticed a
/// loss is void.
class KillLoopTest {
    private static final long SEED = Long.getLong("evenkeel.seed", 20_261_122L);
    private static final int CYCLES = Boolean.getBoolean("evenkeel.all") ? 20 : 2;
    private static final int LONGEST_AFTER_MILLIS = 600;
    private static final int FIRST_SAVED = 10;

    @TempDir
    Path temporary;

    private final Random random = new Random(SEED);

    /// HZ-38.
    @Test
    void whatWasAcknowledgedIsThereOnceAndWholeAfterAnyKill() throws Exception {
        System.out.println("seed " + SEED);
        Path data = temporary.resolve("data");
        KilledClinic clinic = new KilledClinic(data);
        List<Write> all = new ArrayList<>();
        ClinicProcess program = ClinicProcess.demo(data);
        try {
            UUID patient = clinic.patients().getFirst();
            Load.Clients clients = Load.signIn(program, patient);
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                List<Write> sent = load(clients, clinic, program::kill);
                program = ClinicProcess.demo(data);
                clients = Load.signIn(program, patient);
                clinic.settle(clients, sent);
                all.addAll(sent);
            }
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                List<Write> sent = load(clients, clinic, clinic::killPostgres);
                clinic.settle(clients, sent);
                all.addAll(sent);
            }
            assertThat(clinic.missing(all)).as("acknowledged writes lost").isEmpty();
            System.out.printf(
                    "%d kills, %d writes, %d acknowledged before a kill, none lost%n",
                    2 * CYCLES,
                    all.size(),
                    all.stream().filter(Write::wasAcknowledged).count());
            assertTheControlLoses(clients, clinic);
        } finally {
            program.close();
        }
    }

    /// The same kill of a server that answers before it has written must lose something: else this
    /// harness could not have seen a loss.
    private void assertTheControlLoses(Load.Clients clients, KilledClinic clinic) throws Exception {
        clinic.confirmBeforeWriting();
        List<Write> sent = load(clients, clinic, clinic::killPostgres);
        clinic.untilBack();
        List<Write> lost = clinic.missing(sent);
        System.out.printf(
                "control: %d of %d acknowledged writes lost%n",
                lost.size(), sent.stream().filter(Write::wasAcknowledged).count());
        assertThat(lost)
                .as("the control lost nothing, so this run says nothing")
                .isNotEmpty();
    }

    private List<Write> load(Load.Clients clients, KilledClinic clinic, Kill kill)
            throws Exception {
        Load load = Load.start(clients, clinic.freeSheets(random), clinic.patients());
        load.untilSaved(FIRST_SAVED);
        Thread.sleep(random.nextInt(LONGEST_AFTER_MILLIS));
        kill.now();
        List<Write> sent = load.stop();
        assertThat(sent).as("the kill came under load").anyMatch(write -> !write.wasAcknowledged());
        return sent;
    }

    private interface Kill {
        void now() throws Exception;
    }
}
