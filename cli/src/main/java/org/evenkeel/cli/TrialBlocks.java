package org.evenkeel.cli;

import org.evenkeel.core.trial.Tally;
import org.evenkeel.core.trial.Trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Lives the blocks of a trial on several threads.
final class TrialBlocks {
    private TrialBlocks() {}

    /// For each block a tally for each policy.
    static List<List<Tally>> live(Trial trial, int jobs) {
        Progress progress = new Progress(true);
        List<Future<List<Tally>>> underWay = new ArrayList<>();
        List<List<Tally>> blocks = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
            for (int block = 0; block < trial.blocks(); block++) {
                int number = block;
                underWay.add(threads.submit(() -> trial.live(number)));
            }
            for (Future<List<Tally>> each : underWay) {
                blocks.add(each.get());
                progress.show(blocks.size(), trial.blocks());
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupt);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
        progress.end();
        return blocks;
    }
}
