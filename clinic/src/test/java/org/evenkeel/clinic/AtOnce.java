package org.evenkeel.clinic;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Two things at the same moment, as a double click or two people do them.
final class AtOnce {
    private AtOnce() {}

    static <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<T>> answers = two.invokeAll(List.of(one, other));
            return List.of(answers.getFirst().get(), answers.getLast().get());
        }
    }
}
