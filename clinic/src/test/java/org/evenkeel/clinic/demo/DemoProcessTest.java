package org.evenkeel.clinic.demo;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.evenkeel.clinic.ClinicApplication;
import org.evenkeel.clinic.ScratchDatabase;
import org.evenkeel.clinic.audit.AnchorFile;
import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The demo as a process of its own, as a person starts and stops it.
class DemoProcessTest {
    private static final int PATIENCE_SECONDS = 90;

    @TempDir
    Path temporary;

    private Optional<Path> anchors = Optional.empty();

    @Test
    void printsALinkForEachRoleAndStopsEverythingWhenAskedTo() throws Exception {
        int port = freePort();
        Process demo = start(port, temporary.resolve("data"));
        List<String> lines = untilReady(demo);

        assertThat(lines)
                .hasSize(9)
                .last()
                .isEqualTo("Evenkeel is ready at http://localhost:" + port);
        assertThat(lines.getFirst())
                .matches("prescriber +http://localhost:" + port + "/enter/\\S+");
        assertThat(lines).anyMatch(line -> line.startsWith("front desk "));
        assertThat(signIn(lines.getFirst())).isEqualTo(302);

        demo.destroy();
        assertThat(demo.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertNoServerIsLeft();
        itsAuditIsWholeUntilSomebodyChangesIt();
    }

    private void itsAuditIsWholeUntilSomebodyChangesIt() throws Exception {
        Path data = temporary.resolve("data");
        assertThat(Files.readString(data.resolve(AnchorFile.NAME))).contains(" stop ");
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.move(data.resolve(AnchorFile.NAME), elsewhere.resolve(AnchorFile.NAME));
        anchors = Optional.of(elsewhere);
        assertThat(verify(data, "text"))
                .startsWith("0 The audit is whole: ")
                .contains("0 not sealed");
        try (DataFolder folder = DataFolder.durable(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
                Connection owner = ScratchDatabase.connect(postgres.logins().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("update audit.event set role = 'auditor' where number in"
                    + " (select event from audit.seal where number = 2)");
        }

        assertThat(verify(data, "json"))
                .startsWith("1 {\"whole\":false")
                .contains("\"number\":2,\"last\":2,\"what\":\"edited\"");
        assertThat(verify(temporary.resolve("none"), "text")).isEqualTo("2 ");
        anchors = Optional.of(temporary.resolve("not-mounted"));
        assertThat(verify(data, "text")).isEqualTo("1 ");
        assertThat(errors()).hasSize(1).first().asString().contains("which is no folder");
        assertNoServerIsLeft();
    }

    @Test
    void aFolderIsForAClinicOrForADemoAndSaysSo() throws Exception {
        for (DataFolder.Use use : DataFolder.Use.values()) {
            Path data = temporary.resolve("of-" + use);
            try (DataFolder folder = DataFolder.durable(data)) {
                folder.markBegun(use);
            }
            boolean isClinic = use == DataFolder.Use.SERVE;
            Process other = program(
                    isClinic ? "demo" : "serve",
                    "--port",
                    Integer.toString(freePort()),
                    "--data",
                    data.toString());

            assertThat(other.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isOne();
            assertThat(errors())
                    .containsExactly("The data folder " + data + " was begun with evenkeel "
                            + (isClinic ? "serve" : "demo") + ": start it with that, or choose"
                            + " another folder with --data.");
            assertThat(data.resolve("postgres")).doesNotExist();
            assertThat(data.resolve("backup.key")).doesNotExist();
        }
    }

    /// The exit code and what was printed.
    private String verify(Path data, String format) throws Exception {
        Process process = program("audit", "verify", "--data", data.toString(), "--format", format);
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + " " + printed;
    }

    @Test
    void stopsEverythingEvenWhenAskedWhileItStarts() throws Exception {
        Process demo = start(freePort(), temporary.resolve("data"));
        while (demo.isAlive() && servers().isEmpty()) {
            Thread.sleep(20);
        }

        demo.destroy();

        assertThat(demo.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertNoServerIsLeft();
    }

    @Test
    void throwsAwayWhatItWasNotAskedToKeep() throws Exception {
        Process demo = start(freePort());
        untilReady(demo);
        try (var left = Files.list(temporary)) {
            assertThat(left)
                    .anyMatch(path -> path.getFileName().toString().startsWith("evenkeel-demo-"));
        }

        demo.destroy();

        assertThat(demo.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        try (var left = Files.list(temporary)) {
            assertThat(left)
                    .noneMatch(path -> path.getFileName().toString().startsWith("evenkeel-demo-"));
        }
    }

    @Test
    void aTakenPortIsSaidInASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process demo = start(taken.getLocalPort(), temporary.resolve("data"));

            assertThat(demo.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).isOne();
            assertThat(errors())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("Port " + taken.getLocalPort() + " cannot be used");
        }
    }

    @Test
    void aWrongCommandLineIsSaidInASentence() throws Exception {
        Process demo = program("demo", "--colour", "red");

        assertThat(demo.waitFor()).isEqualTo(2);
        assertThat(errors()).containsExactly("Unknown option --colour; --port, --data are known.");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsSaidInASentence() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");
        Process demo = start(freePort(), file.resolve("data"));

        assertThat(demo.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isOne();
        assertThat(errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Cannot write to the data folder");
    }

    private Process start(int port, Path data) throws IOException {
        return program("demo", "--port", Integer.toString(port), "--data", data.toString());
    }

    private Process start(int port) throws IOException {
        return program("demo", "--port", Integer.toString(port));
    }

    private Process program(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                ClinicApplication.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder program = new ProcessBuilder(command)
                .redirectError(temporary.resolve("errors").toFile());
        anchors.ifPresent(
                folder -> program.environment().put("EVENKEEL_ANCHORS", folder.toString()));
        return program.start();
    }

    private static List<String> untilReady(Process demo) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader out = demo.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith("Evenkeel is ready")) {
                return lines;
            }
        }
        throw new AssertionError("the demo ended: " + lines);
    }

    private List<String> errors() throws IOException {
        return Files.readAllLines(temporary.resolve("errors"));
    }

    private static int signIn(String line) throws Exception {
        URI link = URI.create(line.substring(line.indexOf("http")));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(link).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /// A server takes its lock file away a moment before it ends.
    private void assertNoServerIsLeft() throws InterruptedException {
        for (int wait = 0; wait < 50 && !servers().isEmpty(); wait++) {
            Thread.sleep(100);
        }
        assertThat(servers()).isEmpty();
    }

    /// Servers that run on files in this test's folder.
    private List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().commandLine().orElse("").contains("-D " + temporary))
                .toList();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
