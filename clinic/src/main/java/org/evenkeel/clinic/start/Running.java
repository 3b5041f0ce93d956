package org.evenkeel.clinic.start;

import ch.qos.logback.classic.Level;

import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogins;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.evenkeel.clinic.database.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// What one call of the program started, and how it is stopped in whatever state a stop finds it.
public final class Running {
    /// Held while something comes up, so that a stop at that moment waits for it.
    private final ReentrantLock resources = new ReentrantLock();
    private volatile boolean stopping;
    /// What runs, the latest first.
    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();

    private Running() {}

    /// Work that may start things and keep them.
    public interface Work {
        /// Does it; things started are given to `running`.
        void in(Running running);
    }

    /// Does some work and stops what it started when the program ends. A failure ends the program
    /// with 1, wrong usage with 2, each with its sentence on standard error.
    public static void run(Work work) {
        Running running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::stopAll, "stop"));
        try {
            work.in(running);
        } catch (WrongUsage wrong) {
            running.fail(wrong.sentence(), 2);
        } catch (StartRefused refused) {
            running.fail(refused.sentence(), 1);
        } catch (RuntimeException unexpected) {
            running.fail(sentenceFor(unexpected), 1);
        }
    }

    /// For commands: what they have to say goes to standard error in sentences, not as a log.
    public static void quietly(Work work) {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
                instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
        run(work);
    }

    /// Opens something that stops with the program.
    public <T extends AutoCloseable> T open(Supplier<T> opening) {
        resources.lock();
        try {
            if (stopping) {
                throw new StartRefused("Stopped.");
            }
            T opened = opening.get();
            started.push(opened);
            return opened;
        } finally {
            resources.unlock();
        }
    }

    /// Starts the embedded database in a folder that is open.
    public DatabaseLogins database(DataFolder folder) {
        return open(() -> {
                    clearAbandoned();
                    return EmbeddedPostgres.start(folder);
                })
                .logins();
    }

    /// A killed demo leaves its database running and its folder behind. What cannot be cleared
    /// is tried again at the next start: it is no reason not to start now.
    private static void clearAbandoned() {
        for (DataFolder folder : DataFolder.abandoned()) {
            try (folder) {
                EmbeddedPostgres.stopLeftover(folder);
            } catch (UncheckedIOException stillInUse) {
                continue;
            }
        }
    }

    /// Starts the web application on a port of this machine.
    ///
    /// @param properties its own, by Spring's names; nothing outside the program overrides them
    public ConfigurableApplicationContext application(
            Class<?> application,
            DataFolder folder,
            DatabaseLogins logins,
            Map<String, String> properties) {
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(Map.of(
                // A file that happens to lie where the program is called must not set it.
                "spring.config.location",
                "classpath:/application.properties",
                "spring.main.keep-alive",
                true,
                "logging.file.name",
                folder.resolve("evenkeel.log").toString(),
                "logging.threshold.console",
                "OFF"));
        // One hook stops all, in order: the application, its database, its folder.
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            started.push(context);
            context.getBeanFactory().registerSingleton("databaseLogins", logins);
            context.getBeanFactory().registerSingleton("dataFolder", folder);
        });
        Map<String, String> all = new HashMap<>(Map.of(
                "evenkeel.audit.anchors",
                folder.path().toString(),
                "evenkeel.sign-in.key",
                folder.resolve("sign-in.key").toString()));
        all.putAll(properties);
        return spring.run(all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
    }

    /// Refuses a port that another program has, before anything else is started.
    public static void requireFreePort(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw portTaken(port, e);
        }
    }

    private static StartRefused portTaken(int port, Exception cause) {
        return new StartRefused(
                "Port " + port + " cannot be used, most likely because another program has it:"
                        + " choose another with --port.",
                cause);
    }

    private static String sentenceFor(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return portTaken(taken.getPort(), failure).sentence();
            }
            if (cause instanceof StartRefused refused) {
                return refused.sentence();
            }
        }
        String words = failure.toString();
        return "Evenkeel could not start: " + words.lines().findFirst().orElse(words);
    }

    private void fail(String sentence, int code) {
        // What fails because everything is being stopped is no news.
        if (!stopping) {
            System.err.println(sentence);
            System.exit(code);
        }
    }

    private void stopAll() {
        resources.lock();
        try {
            stopping = true;
            while (!started.isEmpty()) {
                started.pop().close();
            }
        } catch (Exception e) {
            System.err.println("Evenkeel did not stop cleanly: " + e.getMessage());
        } finally {
            resources.unlock();
        }
    }
}
