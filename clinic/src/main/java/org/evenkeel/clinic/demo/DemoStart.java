package org.evenkeel.clinic.demo;

import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogins;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.demo.internal.DemoClinic;
import org.evenkeel.clinic.demo.internal.DemoClinic.Link;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;

/// Starts the demo and stops it, in whatever state a stop finds it.
public final class DemoStart {
    /// Set by the build to start once and end, so that the JVM can learn which classes it needs.
    private static final String REHEARSAL = "evenkeel.rehearsal";

    private final DemoOptions.Start options;
    private final PrintStream out = System.out;
    /// Held while the database comes up, so that a stop at that moment waits for it.
    private final ReentrantLock resources = new ReentrantLock();
    private volatile boolean stopping;
    /// What runs, the latest first.
    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();

    public DemoStart(DemoOptions.Start options) {
        this.options = options;
    }

    /// Starts everything and returns while it runs; ends the program with 1 where that fails.
    public void run(Class<?> application) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop"));
        try {
            requireFreePort();
            DataFolder folder =
                    options.data().map(DataFolder::durable).orElseGet(DataFolder::throwaway);
            ConfigurableApplicationContext context =
                    startApplication(application, folder, startDatabase(folder));
            announce(context.getBean(DemoClinic.class));
            if (Boolean.getBoolean(REHEARSAL)) {
                System.exit(0);
            }
        } catch (StartRefused refused) {
            fail(refused.sentence());
        } catch (RuntimeException unexpected) {
            fail(sentenceFor(unexpected));
        }
    }

    private DatabaseLogins startDatabase(DataFolder folder) {
        resources.lock();
        try {
            started.push(folder);
            if (stopping) {
                throw new StartRefused("Stopped.");
            }
            clearAbandoned();
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
            started.push(postgres);
            return postgres.logins();
        } finally {
            resources.unlock();
        }
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

    private ConfigurableApplicationContext startApplication(
            Class<?> application, DataFolder folder, DatabaseLogins logins) {
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(Map.of(
                "server.port",
                options.port(),
                "spring.main.keep-alive",
                true,
                "evenkeel.demo",
                true,
                // One-use links cannot be asked for again, so a demo's session lasts the day.
                "server.servlet.session.timeout",
                "12h",
                "logging.file.name",
                folder.resolve("evenkeel.log").toString(),
                "logging.threshold.console",
                "OFF"));
        // One hook stops all, in order: the application, its database, its folder.
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            started.push(context);
            context.getBeanFactory().registerSingleton("databaseLogins", logins);
        });
        return spring.run();
    }

    private void announce(DemoClinic clinic) {
        String address = "http://localhost:" + options.port();
        for (Link link : clinic.open()) {
            out.printf("%-12s %s/enter/%s%n", link.role().words(), address, link.token());
        }
        out.println("Evenkeel is ready at " + address);
        out.flush();
    }

    private void requireFreePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(
                    InetAddress.getLoopbackAddress(), options.port()));
        } catch (IOException e) {
            throw portTaken(e);
        }
    }

    private StartRefused portTaken(Exception cause) {
        return new StartRefused(
                "Port " + options.port()
                        + " cannot be used, most likely because another program has it: choose"
                        + " another with --port.",
                cause);
    }

    private String sentenceFor(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return portTaken(failure).sentence();
            }
        }
        return "Evenkeel could not start: " + failure;
    }

    private void fail(String sentence) {
        // What fails because everything is being stopped is no news.
        if (!stopping) {
            System.err.println(sentence);
            System.exit(1);
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
