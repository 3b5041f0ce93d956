package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// The disk of a clinic's folder fills up while people save: the database's rows and log, the
/// anchors of the audit and our own files have no place left. Then there is room again.
@EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
class FullDiskTest {
    private static final long SEED = Long.getLong("evenkeel.seed", 20_261_122L);
    private static final int DISK_MEGABYTES = 300;
    private static final int FIRST_SAVED = 10;
    private static final int ROUNDS = 3;
    private static final int FULL_MILLIS = 6_000;
    private static final int CHUNK = 1 << 16;

    @TempDir
    Path temporary;

    /// HZ-45.
    @Test
    void whatWasAcknowledgedIsThereOnceAndWholeAfterTheDiskWasFull() throws Exception {
        assumeTrue(canMount(), "no disk of its own can be mounted here");
        System.out.println("seed " + SEED);
        Path data = Files.createDirectory(temporary.resolve("data"));
        Random random = new Random(SEED);
        List<Write> all = new ArrayList<>();
        try (ClinicProcess program = ClinicProcess.demo(data, onSmallDisk(data))) {
            // The disk is the program's own: others see it through the program.
            Path disk = Path.of("/proc", Long.toString(program.pid()), "root" + data);
            KilledClinic clinic = new KilledClinic(disk);
            UUID patient = clinic.patients().getFirst();
            Load.Clients clients = Load.signIn(program, patient);
            for (int round = 0; round < ROUNDS; round++) {
                Load load = Load.start(clients, clinic.freeSheets(random), clinic.patients());
                load.untilSaved(FIRST_SAVED);
                Path filling = fill(disk);
                clinic.wantRoom();
                Thread.sleep(FULL_MILLIS);
                List<Write> sent = load.stop();
                assertThat(sent)
                        .as("the full disk was noticed")
                        .anyMatch(write -> !write.wasAcknowledged());
                Files.delete(filling);
                clinic.settle(clients, sent);
                all.addAll(sent);
            }
            assertThat(clinic.missing(all)).as("acknowledged writes lost").isEmpty();
        }
        System.out.printf(
                "%d full disks, %d writes, %d acknowledged, none lost%n",
                ROUNDS, all.size(), all.stream().filter(Write::wasAcknowledged).count());
    }

    private static List<String> onSmallDisk(Path data) {
        return List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + DISK_MEGABYTES + "m clinic \"$0\" && exec \"$@\"",
                data.toString());
    }

    private boolean canMount() throws IOException, InterruptedException {
        List<String> trial = new ArrayList<>(onSmallDisk(temporary));
        trial.add("true");
        return new ProcessBuilder(trial).start().waitFor() == 0;
    }

    /// Takes all room there is, to the last byte.
    private static Path fill(Path disk) throws IOException {
        Path filling = disk.resolve("filling");
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(filling)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            assertThat(Files.size(filling)).as("room that was taken").isPositive();
        }
        return filling;
    }
}
