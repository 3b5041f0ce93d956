package org.evenkeel.clinic.start;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogins;
import org.evenkeel.clinic.database.ExternalPostgres;
import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.identity.SetUp;
import org.springframework.context.ConfigurableApplicationContext;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `serve`: a clinic for real use.
public final class Serve {
    private static final String HELP = """
            Runs a clinic for real use.

            Usage: evenkeel serve [--port N] [--data DIR] [--config FILE]

              --port N        where to listen (default 8080)
              --data DIR      folder of the clinic's database, keys and logs
                              (default ~/.local/share/evenkeel)
              --config FILE   settings, a line NAME=VALUE each; the environment goes before them

            The database runs in the data folder. With EVENKEEL_DB_URL, EVENKEEL_DB_USER and
            EVENKEEL_DB_PASSWORD it is a PostgreSQL of your own. While nobody can sign in yet, a
            one-use link is printed by which the first person sets the clinic up. Ctrl-C stops
            everything; what was confirmed is kept.

            Example: evenkeel serve --port 9000 --data /srv/evenkeel""";

    private static final String NO_MAIL =
            "Mail         none is set: nobody is told when a record is"
                    + " opened in an emergency (EVENKEEL_PRIVACY_MAIL)";

    private static final Map<Setting, String> SIGN_IN = Map.of(
            Setting.OIDC_ISSUER, "evenkeel.provider.issuer",
            Setting.OIDC_CLIENT_ID, "evenkeel.provider.client-id",
            Setting.OIDC_CLIENT_SECRET, "evenkeel.provider.client-secret",
            Setting.OIDC_HOSTS, "evenkeel.provider.hosts",
            Setting.OIDC_ACR, "evenkeel.provider.acr",
            Setting.SIGN_IN_KEY, "evenkeel.sign-in.key",
            Setting.LOST_SIGN_IN_KEY, "evenkeel.sign-in.lost-key",
            Setting.LEAKED_PASSWORDS_URL, "evenkeel.leaks",
            Setting.PRIVATE_HOSTS, "evenkeel.egress.private-hosts");

    private final Class<?> application;
    private final Settings settings;
    private final Path folder;

    private Serve(Class<?> application, Settings settings, Path folder) {
        this.application = application;
        this.settings = settings;
        this.folder = folder;
    }

    /// Carries the command out; returns while the clinic runs.
    ///
    /// @param words what follows `serve` on the command line
    public static void main(Class<?> application, List<String> words) {
        Running.run(running ->
                Arguments.carryOut(HELP, List.of("--port", "--data", "--config"), words, given -> {
                    Settings settings = Settings.of(given, System.getenv());
                    new Serve(application, settings, settings.dataFolder(System.getenv()))
                            .in(running);
                }));
    }

    private void in(Running running) {
        settings.anchors(folder);
        Running.requireFreePort(address(), settings.port());
        Optional<ExternalPostgres> external = settings.externalDatabase();
        DataFolder data = running.open(() -> DataFolder.durable(folder)
                .requireWhole(DataFolder.Into.of(external))
                .requireNotOf(DataFolder.Use.DEMO));
        System.out.println("Data folder  " + data.path());
        DatabaseLogins logins = external.map(server -> server.prepare(data))
                .orElseGet(() -> running.database(data));
        ConfigurableApplicationContext context =
                running.application(application, data, logins, properties());
        requireReal(context.getBean(People.class).all());
        data.markBegun(DataFolder.Use.SERVE);
        context.getBean(SetUp.class)
                .tokenWhereNeeded()
                .ifPresent(token ->
                        System.out.println("Set up       " + publicAddress() + SetUp.PATH + token));
        lacks(settings).ifPresent(System.out::println);
        System.out.println("Evenkeel is ready at " + publicAddress());
        System.out.flush();
    }

    /// What a clinic does without as it is set, for whoever starts it.
    static Optional<String> lacks(Settings settings) {
        return settings.get(Setting.PRIVACY_MAIL).isEmpty()
                ? Optional.of(NO_MAIL)
                : Optional.empty();
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("evenkeel.audit.anchors", settings.anchors(folder).toString());
        properties.put("server.port", Integer.toString(settings.port()));
        properties.put("server.address", settings.get(Setting.LISTEN).orElseThrow());
        if (settings.get(Setting.PUBLIC_URL).isPresent()) {
            properties.put("evenkeel.address", publicAddress());
            properties.putAll(forwarded(settings));
        }
        mail(properties);
        SIGN_IN.forEach((setting, property) ->
                settings.get(setting).ifPresent(value -> properties.put(property, value)));
        return properties;
    }

    /// Who may say where a request came from: proxies on this machine, and those named. Any other
    /// could say what it likes, and tries at passwords are counted by where they came from.
    static Map<String, String> forwarded(Settings settings) {
        String proxies = Stream.concat(
                        Stream.of("127.0.0.0/8", "::1/128"), settings.proxies().stream())
                .collect(Collectors.joining(","));
        return Map.of(
                "server.forward-headers-strategy",
                "native",
                "server.tomcat.remoteip.internal-proxies",
                proxies);
    }

    /// Mail leaves encrypted, or not at all, except to this machine.
    private void mail(Map<String, String> properties) {
        Optional<String> host = settings.get(Setting.MAIL_HOST);
        if (host.isEmpty()) {
            return;
        }
        properties.put("spring.mail.host", host.get());
        properties.put("spring.mail.port", settings.get(Setting.MAIL_PORT).orElseThrow());
        properties.put("evenkeel.mail.from", settings.get(Setting.MAIL_FROM).orElseThrow());
        properties.put(
                "evenkeel.mail.privacy", settings.get(Setting.PRIVACY_MAIL).orElseThrow());
        properties.put("evenkeel.address", publicAddress());
        settings.get(Setting.MAIL_USER)
                .ifPresent(user -> properties.put("spring.mail.username", user));
        settings.get(Setting.MAIL_PASSWORD).ifPresent(password -> {
            properties.put("spring.mail.password", password);
            properties.put("spring.mail.properties.mail.smtp.auth", "true");
        });
        boolean away = !host.get().equals("localhost") && !host.get().equals("127.0.0.1");
        properties.put(
                "spring.mail.properties.mail.smtp.starttls.required", Boolean.toString(away));
    }

    private String publicAddress() {
        return settings.get(Setting.PUBLIC_URL).orElse("http://localhost:" + settings.port());
    }

    private InetAddress address() {
        String listen = settings.get(Setting.LISTEN).orElseThrow();
        try {
            return InetAddress.getByName(listen);
        } catch (UnknownHostException e) {
            throw new WrongUsage(
                    "EVENKEEL_LISTEN got " + listen + "; allowed is an address of this machine.");
        }
    }

    /// A demo's people sign in by links that anybody at the machine was shown.
    private void requireReal(List<Person> people) {
        Optional<Person> madeUp =
                people.stream().filter(person -> person.clinic().synthetic()).findAny();
        if (madeUp.isPresent()) {
            throw new StartRefused("The data folder " + folder + " holds a demo: start it with"
                    + " evenkeel demo, or choose another folder with --data.");
        }
    }
}
