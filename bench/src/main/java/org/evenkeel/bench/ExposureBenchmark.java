package org.evenkeel.bench;

import org.evenkeel.core.pharmacokinetics.Analyte;
import org.evenkeel.core.pharmacokinetics.Bands;
import org.evenkeel.core.pharmacokinetics.Dose;
import org.evenkeel.core.pharmacokinetics.Exposure;
import org.evenkeel.core.pharmacokinetics.Subjects;
import org.evenkeel.core.pharmacokinetics.Tally;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/// Concentrations of drug and metabolite at 200 times on one core, in memory: how the time
/// grows with the subjects, the same by quantiles, and R's deSolve on a few of them with
/// its ratio.
final class ExposureBenchmark {
    private static final int[] SUBJECTS = {25_000, 50_000, 100_000, 200_000, 400_000};
    private static final int STATED = 100_000;
    private static final int BANDS = 1_000_000;
    private static final int TIMES = 200;
    private static final int WARM_UP = 3;
    private static final int OF_PEER = 100;
    private static final List<Dose> DOSES = List.of(new Dose(0, 0.5, 40 / 60.0));
    private static final double[] TYPICAL = {75, 80, 60, 150, 180, 0.7, 45, 100};
    private static final int SHARE = 5;

    private ExposureBenchmark() {}

    static void run() throws IOException {
        double stated = 0;
        for (int count : SUBJECTS) {
            Subjects subjects = subjects(count);
            for (int i = 0; i < WARM_UP; i++) {
                simulate(subjects);
            }
            double seconds = seconds(() -> simulate(subjects));
            stated = count == STATED ? seconds : stated;
            System.out.printf(
                    "exposure   %,9d subjects x %d times x 2: %.3f s of a core, %.1f ns a value%n",
                    count, TIMES, seconds, seconds / count / TIMES / 2 * 1e9);
        }
        Subjects million = subjects(BANDS);
        System.out.printf(
                "exposure   %,9d subjects as 3 quantiles: %.2f s of one core%n",
                BANDS, seconds(() -> bands(million)));
        peer(stated);
    }

    private static void simulate(Subjects subjects) {
        Exposure exposure = new Exposure(subjects, DOSES, times());
        Exposure.Worker worker = exposure.worker();
        for (int block = 0; block < exposure.blocks(); block++) {
            worker.block(block);
        }
    }

    private static void bands(Subjects subjects) {
        Bands bands = new Bands(subjects, DOSES, times(), new double[] {0.05, 0.5, 0.95});
        Exposure.Worker worker = bands.exposure().worker();
        Tally tally = bands.tally();
        for (int block = 0; block < bands.exposure().blocks(); block++) {
            tally.add(worker.block(block));
        }
        bands.add(tally);
        for (int time = 0; time < TIMES; time++) {
            for (Analyte analyte : Analyte.values()) {
                bands.at(time, analyte);
            }
        }
    }

    /// The processor's time for a piece of work: other programs on the machine do not
    /// count.
    private static double seconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - began) / 1e9;
    }

    private static double[] times() {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            times[i] = i * 0.12;
        }
        return times;
    }

    private static Subjects subjects(int count) {
        SplittableRandom random = new SplittableRandom(20_261_122);
        double[][] values = new double[TYPICAL.length][count];
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < TYPICAL.length; p++) {
                values[p][i] = p == SHARE
                        ? random.nextDouble()
                        : TYPICAL[p] * Math.exp(0.3 * random.nextGaussian());
            }
        }
        return Subjects.of(values);
    }

    /// The peer prints the seconds of processor time that so many subjects took, without
    /// its start.
    private static void peer(double ours) throws IOException {
        Path script = Files.createTempFile("exposure", ".R");
        try (InputStream text = Objects.requireNonNull(
                ExposureBenchmark.class.getResourceAsStream("exposure.R"), "no exposure.R")) {
            Files.write(script, text.readAllBytes());
            Process process = new ProcessBuilder(
                            "Rscript", script.toString(), String.valueOf(OF_PEER))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(
                            process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
            if (answer.isEmpty()) {
                System.out.println("peer       not measured: install R with deSolve"
                        + " (packages r-base-core and r-cran-desolve)");
                return;
            }
            double theirs = Double.parseDouble(answer) / OF_PEER;
            System.out.printf(
                    "peer       deSolve (lsoda, 1e-8) %.1f ms a subject, %,.0f times as long%n",
                    1e3 * theirs, theirs / (ours / STATED));
        } catch (IOException _) {
            System.out.println("peer       not measured: install R (package r-base-core) with"
                    + " deSolve (package r-cran-desolve)");
        } finally {
            Files.delete(script);
        }
    }
}
