package org.evenkeel.clinic;

import org.evenkeel.clinic.access.Role;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program as a process of its own, on a data folder that is kept.
final class ClinicProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final String address;
    private final List<String> lines = new ArrayList<>();

    private ClinicProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /// Starts the demo on a folder and waits until it is ready.
    static ClinicProcess demo(Path data) throws IOException {
        return demo(data, List.of());
    }

    /// The same, under another program.
    ///
    /// @param under its command line, to which the demo's is added
    static ClinicProcess demo(Path data, List<String> under) throws IOException {
        int port = freePort();
        ProcessBuilder builder = builder("demo", "--port", "" + port, "--data", data.toString());
        builder.command().addAll(0, under);
        ClinicProcess started = new ClinicProcess(
                builder.redirectError(data.resolveSibling(data.getFileName() + ".errors")
                                .toFile())
                        .start(),
                "http://localhost:" + port);
        started.untilReady(data);
        return started;
    }

    /// The program with a command line.
    static ProcessBuilder builder(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ClinicApplication.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Someone of a role, signed in by the link that was printed; each works once.
    Visitor as(Role role) {
        String line = lines.stream()
                .filter(each -> each.startsWith(role.words() + " "))
                .findFirst()
                .orElseThrow();
        Visitor visitor = new Visitor(address);
        visitor.get(line.substring(line.indexOf("/enter/")));
        return visitor;
    }

    long pid() {
        return process.pid();
    }

    /// Ends it as a power cut of this program would.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private void untilReady(Path data) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith("Evenkeel is ready")) {
                return;
            }
        }
        throw new AssertionError("it ended: "
                + Files.readString(data.resolveSibling(data.getFileName() + ".errors")));
    }
}
