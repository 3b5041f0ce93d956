package org.evenkeel.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Some threads that work through numbered pieces, whose results are taken in their order:
/// the number of threads changes nothing but the time.
record Crew(int size, ExecutorService threads) implements AutoCloseable {
    /// Pieces that may wait to be taken, for each thread.
    private static final int AHEAD = 2;

    /// Takes one result.
    @FunctionalInterface
    interface Taker<T> {
        void take(int piece, T result) throws IOException;
    }

    Crew(int size) {
        this(size, Executors.newFixedThreadPool(size));
    }

    /// Works through `pieces` pieces.
    <T> void inOrder(int pieces, IntFunction<T> work, Taker<T> taker) throws IOException {
        Deque<Future<T>> underWay = new ArrayDeque<>();
        int next = 0;
        int taken = 0;
        while (taken < pieces) {
            while (next < pieces && underWay.size() < AHEAD * size) {
                int piece = next++;
                underWay.add(threads.submit((Callable<T>) () -> work.apply(piece)));
            }
            taker.take(taken++, finished(underWay.remove()));
        }
    }

    private static <T> T finished(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupt);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
