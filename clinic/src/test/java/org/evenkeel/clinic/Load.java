package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Role;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/// Several people save at once, until they are stopped.
final class Load {
    private static final int SAVED = 302;
    private static final int OVERTAKEN = 409;
    private static final int THREADS_OF_THE_NURSE = 3;
    private static final int PATIENCE = 60;
    private static final long PAUSE_MILLIS = 300;

    private final List<Write> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> people = new ArrayList<>();
    private volatile boolean stopped;

    private Load() {}

    /// Where a questionnaire can be saved.
    ///
    /// @param patient of whom
    /// @param day on which nothing was answered
    record Sheet(UUID patient, String day) {}

    /// Someone who saves, signed in.
    ///
    /// @param visitor who
    /// @param token the hidden fields of every form of theirs
    record Client(Visitor visitor, Map<String, String> token) {}

    /// Those who save.
    ///
    /// @param nurse fills questionnaires in
    /// @param prescriber decides on proposals
    record Clients(Client nurse, Client prescriber) {
        Client of(Role role) {
            return role == Role.NURSE ? nurse : prescriber;
        }
    }

    static Clients signIn(ClinicProcess program, UUID patient) throws InterruptedException {
        String path = questionnaire(patient);
        return new Clients(
                client(program.as(Role.NURSE), path), client(program.as(Role.PRESCRIBER), path));
    }

    private static Client client(Visitor visitor, String path) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return new Client(visitor, Visitor.hidden(visitor.get(path), path));
            } catch (UncheckedIOException | IllegalStateException notYet) {
                assertThat(attempt).as("tries to open a form").isLessThan(PATIENCE);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static String questionnaire(UUID patient) {
        return "/patients/" + patient + "/questionnaires/phq-9";
    }

    static Load start(Clients clients, Queue<Sheet> sheets, List<UUID> patients) {
        Load load = new Load();
        for (int thread = 0; thread < THREADS_OF_THE_NURSE; thread++) {
            load.people.add(CompletableFuture.runAsync(() -> load.answer(clients.nurse(), sheets)));
        }
        Queue<UUID> undecided = new ConcurrentLinkedQueue<>(patients);
        load.people.add(CompletableFuture.runAsync(
                () -> load.decide(clients.prescriber().visitor(), undecided)));
        return load;
    }

    void untilSaved(int least) throws InterruptedException {
        for (int look = 0; acknowledged() < least; look++) {
            assertThat(look).as("looks until %d are saved", least).isLessThan(3_000);
            Thread.sleep(10);
        }
    }

    /// Lets everyone notice that nothing answers, and tells what was sent.
    List<Write> stop() throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        stopped = true;
        people.forEach(CompletableFuture::join);
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    /// Sends something again with the same key, until it is saved. Answers whether it is: a
    /// decision that was not saved before the kill may have been overtaken by what became known
    /// since.
    static boolean sendAgain(Clients clients, Write write) throws InterruptedException {
        Client client = clients.of(write.by());
        Map<String, String> form = new HashMap<>(write.form());
        form.put("_csrf", client.token().getOrDefault("_csrf", ""));
        int status = 0;
        for (int attempt = 0; attempt < PATIENCE && !isFinal(status); attempt++) {
            status = client.visitor().post(write.path(), form).statusCode();
            if (!isFinal(status)) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        assertThat(status)
                .as("sent again to %s", write.path())
                .isIn(write.wasAcknowledged() ? List.of(SAVED) : List.of(SAVED, OVERTAKEN));
        return status == SAVED;
    }

    private static boolean isFinal(int status) {
        return status == SAVED || status == OVERTAKEN;
    }

    private void answer(Client nurse, Queue<Sheet> sheets) {
        for (Sheet sheet = sheets.poll(); sheet != null && !stopped; sheet = sheets.poll()) {
            Map<String, String> form = new HashMap<>(nurse.token());
            form.put("key", UUID.randomUUID().toString());
            form.put("day", sheet.day());
            IntStream.rangeClosed(1, 9).forEach(item -> form.put("item-" + item, "1"));
            String path = questionnaire(sheet.patient());
            if (!send(nurse.visitor(), new Write(Role.NURSE, path, form))) {
                return;
            }
        }
    }

    private void decide(Visitor prescriber, Queue<UUID> patients) {
        for (UUID patient = patients.poll();
                patient != null && !stopped;
                patient = patients.poll()) {
            String path = "/patients/" + patient + "/decision";
            Map<String, String> form;
            try {
                form = Visitor.hidden(prescriber.get("/patients/" + patient), path);
            } catch (UncheckedIOException | IllegalStateException nothingAnswers) {
                return;
            }
            form.put("kind", "decline");
            form.put("reason", "waits for " + form.get("key"));
            if (!send(prescriber, new Write(Role.PRESCRIBER, path, form))) {
                return;
            }
        }
    }

    /// Answers whether it was saved. Whoever gets no such answer stops: what became of it is found
    /// out after the kill.
    private boolean send(Visitor visitor, Write write) {
        synchronized (sent) {
            sent.add(write);
        }
        try {
            HttpResponse<String> answer = visitor.post(write.path(), write.form());
            boolean saved = answer.statusCode() == SAVED
                    && !answer.headers().firstValue("Location").orElse("/").endsWith("/");
            write.acknowledged().set(saved);
            return saved;
        } catch (UncheckedIOException nothingAnswers) {
            return false;
        }
    }

    private long acknowledged() {
        synchronized (sent) {
            return sent.stream().filter(Write::wasAcknowledged).count();
        }
    }
}
