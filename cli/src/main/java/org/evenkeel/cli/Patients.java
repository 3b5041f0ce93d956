package org.evenkeel.cli;

import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.PatientCourse;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Works through a cohort on several threads and writes the answers in the order of the patients,
/// so that the number of threads changes nothing but the time.
final class Patients {
    private static final int CHUNK = 64;
    private static final int PROGRESS_FROM = 1_000;

    /// Answers one patient with rows.
    @FunctionalInterface
    interface Work {
        void answer(PatientCourse patient, Table.Rows rows);
    }

    private Patients() {}

    /// How many threads `--jobs` asks for.
    static int jobs(Arguments arguments) {
        int cores = Runtime.getRuntime().availableProcessors();
        return arguments.integer("--jobs", 1, 1024).orElse(cores);
    }

    static void answer(Cohort cohort, Table table, int jobs, Work work) throws IOException {
        List<PatientCourse> patients = cohort.patients();
        Progress progress = new Progress(patients.size() >= PROGRESS_FROM);
        Deque<Future<Table.Rows>> underWay = new ArrayDeque<>();
        table.begin();
        try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
            int next = 0;
            int written = 0;
            while (next < patients.size() || !underWay.isEmpty()) {
                while (next < patients.size() && underWay.size() < 4 * jobs) {
                    int end = Math.min(patients.size(), next + CHUNK);
                    List<PatientCourse> chunk = patients.subList(next, end);
                    underWay.add(threads.submit(() -> rows(chunk, table, work)));
                    next = end;
                }
                table.write(finished(underWay.remove()));
                written = Math.min(patients.size(), written + CHUNK);
                progress.show(written, patients.size());
            }
        }
        progress.end();
        table.end();
    }

    private static Table.Rows rows(List<PatientCourse> chunk, Table table, Work work) {
        Table.Rows rows = table.rows();
        for (PatientCourse patient : chunk) {
            work.answer(patient, rows);
        }
        return rows;
    }

    private static Table.Rows finished(Future<Table.Rows> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupt);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
