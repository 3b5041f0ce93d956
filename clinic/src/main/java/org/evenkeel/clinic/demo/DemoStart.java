package org.evenkeel.clinic.demo;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.demo.internal.DemoClinic;
import org.evenkeel.clinic.demo.internal.DemoClinic.Link;
import org.evenkeel.clinic.keeping.BackupCommand;
import org.evenkeel.clinic.start.Running;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Starts the demo and stops it, in whatever state a stop finds it.
public final class DemoStart {
    /// Set by the build to start once and end, so that the JVM can learn which classes it needs.
    private static final String REHEARSAL = "evenkeel.rehearsal";

    private final DemoOptions.Start options;
    private final PrintStream out = System.out;

    public DemoStart(DemoOptions.Start options) {
        this.options = options;
    }

    /// Starts everything and returns while it runs; ends the program with 1 where that fails.
    public void run(Class<?> application) {
        Running.run(running -> {
            Running.requireFreePort(InetAddress.getLoopbackAddress(), options.port());
            DataFolder folder = running.open(
                    () -> options.data().map(DemoStart::kept).orElseGet(DataFolder::throwaway));
            ConfigurableApplicationContext context = running.application(
                    application, folder, running.database(folder), properties());
            requireMadeUp(folder, context.getBean(People.class).all());
            announce(context.getBean(DemoClinic.class));
            if (Boolean.getBoolean(REHEARSAL)) {
                System.exit(0);
            }
        });
    }

    private static DataFolder kept(Path path) {
        DataFolder folder = DataFolder.durable(path).requireWhole();
        BackupCommand.giveDemoAKey(folder);
        return folder;
    }

    private Map<String, String> properties() {
        return Map.of(
                "server.port",
                Integer.toString(options.port()),
                "evenkeel.demo",
                "true",
                // One-use links cannot be asked for again, so a demo's session lasts the day.
                "evenkeel.session.idle-staff",
                "12h",
                "evenkeel.session.idle-patient",
                "12h");
    }

    /// The demo prints a way in for each role: never into a real clinic.
    private static void requireMadeUp(DataFolder folder, List<Person> people) {
        if (people.stream().anyMatch(person -> !person.clinic().synthetic())) {
            throw new StartRefused("The data folder " + folder.path() + " holds a real clinic:"
                    + " start it with evenkeel serve, or choose another folder with --data.");
        }
    }

    private void announce(DemoClinic clinic) {
        String address = "http://localhost:" + options.port();
        for (Link link : clinic.open()) {
            out.printf("%-12s %s/enter/%s%n", link.role().words(), address, link.token());
        }
        out.println("Evenkeel is ready at " + address);
        out.flush();
    }
}
