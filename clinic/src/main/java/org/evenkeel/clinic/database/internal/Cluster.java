package org.evenkeel.clinic.database.internal;

import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.SafeFile;
import org.evenkeel.clinic.database.StartRefused;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// The files of one PostgreSQL server and the acts on it: make, start, find, stop.
///
/// @param folder the data folder that holds it
/// @param programs PostgreSQL's programs
record Cluster(DataFolder folder, PostgresPrograms programs) {
    static final String NAME = "postgres";
    /// Ours beside PostgreSQL's defaults. Statements and row contents stay out of the log, because
    /// they hold health data.
    private static final String SETTINGS = """

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 40
            shared_buffers = '64MB'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_statement = 'none'
            log_min_error_statement = 'panic'
            log_error_verbosity = 'terse'
            log_parameter_max_length_on_error = 0
            """;

    Path data() {
        return folder.resolve(NAME);
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /// Makes the files where they are missing. A half-made cluster of an interrupted start is made
    /// anew: it becomes the cluster only by the rename at the end.
    void makeWhereMissing(String superuserPassword) throws IOException, InterruptedException {
        if (Files.exists(data())) {
            return;
        }
        Path part = folder.resolve(NAME + ".part");
        DataFolder.delete(part);
        Path passwordFile = Files.createTempFile(
                folder.path(),
                "initdb-",
                ".txt",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, superuserPassword);
            initialise(part, passwordFile);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Path conf = part.resolve("postgresql.conf");
        Files.writeString(conf, SETTINGS, StandardOpenOption.APPEND);
        // initdb forced its own files before ours were added. Without them statements with health
        // data would be logged.
        SafeFile.force(conf);
        SafeFile.moveIntoPlace(part, data());
    }

    private void initialise(Path into, Path passwordFile) throws InterruptedException {
        Command.Ended ended = Command.run(
                folder.path(),
                List.of(
                        programs.program("initdb"),
                        "--pgdata=" + into,
                        "--username=postgres",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--no-instructions"));
        if (!ended.succeeded()) {
            throw new StartRefused("PostgreSQL could not make its files: " + ended.cause());
        }
    }

    /// Starts the server on a port; the answer says whether it runs.
    boolean start(int port) throws InterruptedException {
        return Command.run(
                        folder.path(),
                        List.of(
                                programs.program("pg_ctl"),
                                "start",
                                "--wait",
                                "--timeout=60",
                                "--silent",
                                "--pgdata=" + data(),
                                "--log=" + log(),
                                "--options=-p " + port))
                .succeeded();
    }

    /// Stops the server if it runs; running work is rolled back.
    void stop() throws InterruptedException {
        if (running().isEmpty()) {
            return;
        }
        Command.run(
                folder.path(),
                List.of(
                        programs.program("pg_ctl"),
                        "stop",
                        "--wait",
                        "--timeout=60",
                        "--silent",
                        "--mode=fast",
                        "--pgdata=" + data()));
    }

    /// Whether this application still has the folder the files are in.
    boolean isOurs() {
        return folder.isOpen();
    }

    /// The server that runs on these files, whoever started it.
    ///
    /// The process id in PostgreSQL's lock file may belong to a stranger by now, so its command
    /// line must name our folder.
    Optional<ProcessHandle> running() {
        return lockedBy()
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().commandLine().orElse("").contains(data().toString()));
    }

    /// Removes a lock file whose process id was given to a stranger, at which PostgreSQL would
    /// refuse to start.
    void clearStaleLock() throws IOException {
        if (lockedBy().flatMap(ProcessHandle::of).isPresent() && running().isEmpty()) {
            Files.deleteIfExists(lock());
        }
    }

    private Path lock() {
        return data().resolve("postmaster.pid");
    }

    private Optional<Long> lockedBy() {
        try {
            return Files.readAllLines(lock()).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /// A port nobody listens on at this moment.
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
