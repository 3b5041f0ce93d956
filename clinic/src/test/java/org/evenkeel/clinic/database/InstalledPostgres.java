package org.evenkeel.clinic.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A cluster of its own by the PostgreSQL that the machine has installed, as Debian does, on
/// loopback. It does not run as root: then its own user `postgres` runs it.
final class InstalledPostgres implements AutoCloseable {
    static final String PASSWORD = "superuser";

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private InstalledPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// The folder of the newest version's programs, where one is installed.
    static Optional<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static InstalledPostgres start(Path programs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(
                "evenkeel-postgres-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        InstalledPostgres server = new InstalledPostgres(programs, folder, port);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        server.command(
                "initdb",
                List.of("-k", "-U", "postgres", "-A", "scram-sha-256", "--pwfile=" + password));
        server.command(
                "pg_ctl",
                List.of(
                        "-w",
                        "-l",
                        folder.resolve("log").toString(),
                        "-o",
                        "-p " + port + " -c listen_addresses=127.0.0.1"
                                + " -c unix_socket_directories=" + folder,
                        "start"));
        return server;
    }

    /// The address of a database.
    String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        command("pg_ctl", List.of("-w", "-m", "immediate", "stop"));
        DataFolder.delete(folder);
    }

    private void command(String program, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of("-D", folder.resolve("data").toString()));
        command.addAll(options);
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
