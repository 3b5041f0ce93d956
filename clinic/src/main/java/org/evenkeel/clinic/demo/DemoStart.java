package org.evenkeel.clinic.demo;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.demo.internal.DemoClinic;
import org.evenkeel.clinic.demo.internal.DemoClinic.Link;
import org.evenkeel.clinic.keeping.BackupCommand;
import org.evenkeel.clinic.start.Arguments;
import org.evenkeel.clinic.start.Running;
import org.evenkeel.clinic.start.Setting;
import org.evenkeel.clinic.start.Settings;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts the demo and stops it, in whatever state a stop finds it.
public final class DemoStart {
    /// Set by the build to start once and end, so that the JVM can learn which classes it needs.
    private static final String REHEARSAL = "evenkeel.rehearsal";

    private static final String HELP = """
            Starts a clinic of made-up patients on this machine.

            Usage: evenkeel demo [--port N] [--data DIR]

              --port N     where to listen (default 8080)
              --data DIR   keep the clinic in this folder; without it, it is thrown away at the end

            Prints a sign-in link for each role; each link works once. Ctrl-C stops everything.

            Example: evenkeel demo --port 9000 --data ./my-clinic""";

    private final int port;
    private final Optional<Path> data;
    private final PrintStream out = System.out;

    private DemoStart(int port, Optional<Path> data) {
        this.port = port;
        this.data = data;
    }

    /// Carries the command out; returns while the clinic runs.
    ///
    /// @param words what follows `demo` on the command line
    public static void main(Class<?> application, List<String> words) {
        Running.run(running ->
                Arguments.carryOut(HELP, List.of("--port", "--data"), words, given -> {
                    // A demo goes by its command line alone, not by a real clinic's environment.
                    Settings settings = Settings.of(given, Map.of());
                    new DemoStart(settings.port(), settings.get(Setting.DATA).map(Path::of))
                            .in(running, application);
                }));
    }

    private void in(Running running, Class<?> application) {
        Running.requireFreePort(InetAddress.getLoopbackAddress(), port);
        DataFolder folder =
                running.open(() -> data.map(DemoStart::kept).orElseGet(DataFolder::throwaway));
        ConfigurableApplicationContext context =
                running.application(application, folder, running.database(folder), properties());
        requireMadeUp(folder, context.getBean(People.class).all());
        folder.markBegun(DataFolder.Use.DEMO);
        announce(context.getBean(DemoClinic.class));
        if (Boolean.getBoolean(REHEARSAL)) {
            System.exit(0);
        }
    }

    private static DataFolder kept(Path path) {
        DataFolder folder = DataFolder.durable(path)
                .requireWhole(DataFolder.Into.EMBEDDED)
                .requireNotOf(DataFolder.Use.SERVE);
        BackupCommand.giveDemoAKey(folder);
        return folder;
    }

    private Map<String, String> properties() {
        return Map.of(
                "server.port",
                Integer.toString(port),
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
        String address = "http://localhost:" + port;
        for (Link link : clinic.open()) {
            out.printf("%-12s %s/enter/%s%n", link.role().words(), address, link.token());
        }
        out.println("Evenkeel is ready at " + address);
        out.flush();
    }
}
