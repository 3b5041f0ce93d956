package org.evenkeel.clinic.start;

import org.evenkeel.clinic.database.ExternalPostgres;
import org.evenkeel.clinic.database.StartRefused;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How one server is set: what the command line says, else the environment, else a file.
public final class Settings {
    private static final int MOST_PROBLEMS = 20;
    private static final int LAST_PORT = 65_535;
    private static final String END_APPS = "end-apps";
    private static final String OURS = "EVENKEEL_";
    private static final String HOST = "[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]";
    /// Names in the environment that others of our programs read.
    private static final Set<String> OF_OTHERS = Set.of(
            "EVENKEEL_JAVA_HOME",
            "EVENKEEL_ROOT",
            "EVENKEEL_DEBUG",
            "EVENKEEL_LAUNCHER",
            "EVENKEEL_CHROMIUM",
            "EVENKEEL_BACKUP_KEY");

    private static final Set<Setting> MAIL_NEEDS =
            EnumSet.of(Setting.MAIL_HOST, Setting.MAIL_FROM, Setting.PRIVACY_MAIL);
    private static final Set<Setting> MAIL = EnumSet.of(
            Setting.MAIL_HOST,
            Setting.MAIL_PORT,
            Setting.MAIL_USER,
            Setting.MAIL_PASSWORD,
            Setting.MAIL_FROM,
            Setting.PRIVACY_MAIL);

    private static final Map<String, Setting> OPTIONS =
            Map.of("--port", Setting.PORT, "--data", Setting.DATA);

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    private Settings() {}

    /// What a command is set to.
    ///
    /// @param given its options; of these `--port`, `--data` and `--config` are settings
    public static Settings of(Arguments.Given given, Map<String, String> environment) {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        OPTIONS.forEach((option, setting) ->
                given.of(option).ifPresent(value -> options.put(setting, value)));
        return read(options, environment, given.of("--config").map(Path::of));
    }

    /// Reads all three.
    ///
    /// @param options what the command line says
    /// @throws WrongUsage naming every unknown setting and wrong value
    public static Settings read(
            Map<Setting, String> options, Map<String, String> environment, Optional<Path> file) {
        Settings settings = new Settings();
        file.ifPresent(settings::readFile);
        settings.readEnvironment(environment);
        settings.values.putAll(options);
        settings.check();
        if (!settings.problems.isEmpty()) {
            throw new WrongUsage(String.join(
                    System.lineSeparator(),
                    settings.problems.subList(
                            0, Math.min(MOST_PROBLEMS, settings.problems.size()))));
        }
        return settings;
    }

    /// A value, or the usual one.
    public Optional<String> get(Setting setting) {
        return Optional.ofNullable(values.get(setting)).or(setting::usual);
    }

    /// The port to listen on.
    public int port() {
        return Integer.parseInt(get(Setting.PORT).orElseThrow());
    }

    /// The data folder: the one named, or the usual place for what programs keep for a person.
    public Path dataFolder(Map<String, String> environment) {
        return get(Setting.DATA).map(Path::of).orElseGet(() -> {
            String share = environment.getOrDefault("XDG_DATA_HOME", "");
            Path parent = share.isBlank()
                    ? Path.of(System.getProperty("user.home"), ".local", "share")
                    : Path.of(share);
            return parent.resolve("evenkeel");
        });
    }

    /// The folder of the audit's anchors: the one named, or the data folder. Storage that was not
    /// mounted must not look like a clinic without anchors.
    ///
    /// @throws StartRefused where the one named is not there
    public Path anchors(Path dataFolder) {
        Optional<Path> named = get(Setting.ANCHORS).map(Path::of);
        if (named.isPresent() && !Files.isDirectory(named.get())) {
            throw new StartRefused("EVENKEEL_ANCHORS names " + named.get()
                    + ", which is no folder: make it, or mount the storage it lies on.");
        }
        return named.orElse(dataFolder);
    }

    /// The PostgreSQL somebody else runs, where one is set.
    public Optional<ExternalPostgres> externalDatabase() {
        return get(Setting.DB_URL)
                .map(url -> ExternalPostgres.at(
                        url,
                        get(Setting.DB_USER).orElseThrow(),
                        get(Setting.DB_PASSWORD).orElseThrow(),
                        get(Setting.DB_APP_PASSWORD)));
    }

    private void readFile(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            problems.add("The file of settings " + file + " cannot be read.");
            return;
        }
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                readLine(file + ":" + number, line);
            }
        }
        if (values.keySet().stream().anyMatch(Setting::isSecret) && othersMayRead(file)) {
            problems.add("The file of settings " + file + " holds a password and others may read"
                    + " it: chmod 600 " + file + ".");
        }
    }

    private void readLine(String place, String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            problems.add(place + ": allowed are lines NAME=VALUE and # for remarks.");
            return;
        }
        put(
                place + ": ",
                line.substring(0, equals).strip(),
                line.substring(equals + 1).strip());
    }

    private void readEnvironment(Map<String, String> environment) {
        environment.keySet().stream()
                .filter(name -> name.startsWith(OURS) && !OF_OTHERS.contains(name))
                .sorted()
                .forEach(name -> put("", name, environment.getOrDefault(name, "")));
    }

    private void put(String place, String name, String value) {
        Setting.of(name)
                .ifPresentOrElse(
                        setting -> values.put(setting, value),
                        () -> problems.add(place + "Unknown setting " + name + "; allowed are "
                                + String.join(", ", Setting.variables()) + "."));
    }

    private static boolean othersMayRead(Path file) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            return rights.contains(PosixFilePermission.GROUP_READ)
                    || rights.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private void check() {
        values.forEach((setting, value) -> {
            if (value.isBlank()) {
                problems.add(setting.variable() + " is empty: give it a value or leave it out.");
            }
        });
        String port = get(Setting.PORT).orElseThrow();
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > LAST_PORT) {
            problems.add("The port got " + port + "; allowed is 1 to " + LAST_PORT + ".");
        }
        if (!values.containsKey(Setting.DB_URL)) {
            // Without the address a clinic would start in the data folder, and the other be missed.
            for (Setting of :
                    List.of(Setting.DB_USER, Setting.DB_PASSWORD, Setting.DB_APP_PASSWORD)) {
                if (values.containsKey(of)) {
                    problems.add(of.variable() + " needs EVENKEEL_DB_URL too.");
                }
            }
        } else {
            for (Setting needed : List.of(Setting.DB_USER, Setting.DB_PASSWORD)) {
                if (!values.containsKey(needed)) {
                    problems.add("EVENKEEL_DB_URL needs " + needed.variable() + " too.");
                }
            }
        }
        String lost = get(Setting.LOST_SIGN_IN_KEY).orElse(END_APPS);
        if (!lost.equals(END_APPS)) {
            problems.add(
                    "EVENKEEL_LOST_SIGN_IN_KEY got " + lost + "; allowed is " + END_APPS + ".");
        }
        checkMail();
        checkAddresses();
    }

    /// A part of what mail needs would look like mail, and send none.
    private void checkMail() {
        if (values.keySet().stream().anyMatch(MAIL::contains)
                && !values.keySet().containsAll(MAIL_NEEDS)) {
            problems.add("EVENKEEL_MAIL_HOST, EVENKEEL_MAIL_FROM and EVENKEEL_PRIVACY_MAIL are set"
                    + " together or not at all.");
        }
    }

    /// Health data and passwords cross a network in a sealed connection only.
    private void checkAddresses() {
        String address = get(Setting.PUBLIC_URL).orElse("");
        if (!address.isEmpty() && !address.matches("https://[^/?#@\\s]+")) {
            problems.add("EVENKEEL_PUBLIC_URL got " + address + "; allowed is https://HOST or"
                    + " https://HOST:PORT.");
        }
        checkProxies();
        String leaks = get(Setting.LEAKED_PASSWORDS_URL).orElse("");
        if (!leaks.isEmpty() && !leaks.matches("https://[^?#@\\s]+/")) {
            problems.add("EVENKEEL_LEAKED_PASSWORDS_URL got " + leaks + "; allowed is an address"
                    + " that begins with https:// and ends with a slash.");
        }
        checkProvider();
        String listen = get(Setting.LISTEN).orElseThrow();
        boolean here = Set.of("127.0.0.1", "::1", "localhost").contains(listen);
        if (!here && address.isEmpty()) {
            problems.add("EVENKEEL_LISTEN got " + listen + "; other than this machine is allowed"
                    + " only behind a proxy that encrypts, whose address EVENKEEL_PUBLIC_URL"
                    + " names.");
        }
    }

    /// A provider is asked encrypted; one on this machine may be asked as it is, where it is named.
    private void checkProvider() {
        for (Setting of : List.of(Setting.OIDC_HOSTS, Setting.PRIVATE_HOSTS)) {
            names(of).stream()
                    .filter(host -> !host.matches(HOST))
                    .forEach(host -> problems.add(of.variable() + " got " + host
                            + "; allowed are names and addresses of hosts,"
                            + " without a port, with commas between."));
        }
        String issuer = get(Setting.OIDC_ISSUER).orElse("");
        boolean here = Stream.of("localhost", "127.0.0.1", "[::1]")
                .filter(names(Setting.PRIVATE_HOSTS)::contains)
                .anyMatch(
                        host -> issuer.matches("http://" + Pattern.quote(host) + "(:\\d+)?(/.*)?"));
        if (!issuer.isEmpty() && !here && !issuer.matches("https://[^?#@\\s]+")) {
            problems.add("EVENKEEL_OIDC_ISSUER got " + issuer + "; allowed is an address that"
                    + " begins with https://, or with http:// on this machine where"
                    + " EVENKEEL_PRIVATE_HOSTS names it.");
        }
    }

    /// Whoever is taken for a proxy may say from where a request came.
    private void checkProxies() {
        List<String> proxies = proxies();
        if (!proxies.isEmpty() && !values.containsKey(Setting.PUBLIC_URL)) {
            problems.add("EVENKEEL_PROXIES needs EVENKEEL_PUBLIC_URL too.");
        }
        proxies.stream()
                .filter(proxy -> !isAddress(proxy))
                .forEach(proxy -> problems.add("EVENKEEL_PROXIES got " + proxy
                        + "; allowed are addresses such as 192.0.2.7 or fd00::7, with commas"
                        + " between."));
    }

    /// The proxies on other machines.
    public List<String> proxies() {
        return names(Setting.PROXIES);
    }

    private List<String> names(Setting setting) {
        return get(setting).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.ofLiteral(text).isAnyLocalAddress();
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Settings";
    }
}
