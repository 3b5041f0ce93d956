package org.evenkeel.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A folder that looks like this repository to the launcher, with a JDK, a Maven and a browser that
/// only write down how they were called, and a PATH that holds nothing else than was put there.
///
/// @param folder holds everything
/// @param root the house itself, with a copy of the launcher
/// @param namesItsJdk whether EVENKEEL_JAVA_HOME is set
record SmallHouse(Path folder, Path root, boolean namesItsJdk) {
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "cp",
            "date",
            "find",
            "flock",
            "head",
            "id",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail",
            "touch");

    private static final String JAVA = """
            #!/bin/sh
            # Shows the argument file's content, then each argument of the program.
            case "$*" in
                *AOTMode=*) [ ! -e FOLDER/cache-fails ]; exit ;;
            esac
            file=${1#@}
            shift
            while read -r line; do echo "$line"; done <"$file"
            for argument in "$@"; do printf '[%s] ' "$argument"; done
            echo
            case "$*" in *exit-2*) exit 2 ;; esac
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo "$JAVA_HOME $*" >>FOLDER/maven-calls
            echo '[INFO] Building Evenkeel 0.1.0 [1/5]'
            echo '[INFO] Building Evenkeel core 0.1.0 [2/5]'
            if [ -e FOLDER/maven-fails ]; then
                echo '[ERROR] Core.java: broken'
                exit 1
            fi
            mkdir -p cli/target/lib
            echo >cli/target/evenkeel-cli-1.jar
            echo >cli/target/lib/core.jar
            """;

    /// One call of a program.
    ///
    /// @param from the folder it is called from
    record Call(List<String> words, Path from) {
        static Call of(String... words) {
            return new Call(List.of(words), Path.of("/"));
        }

        Call from(Path place) {
            return new Call(words, place);
        }
    }

    /// How a call ended.
    ///
    /// @param output what it wrote to standard output
    /// @param messages what it wrote to standard error
    record Ended(int exitCode, String output, String messages) {}

    static SmallHouse in(Path folder) throws IOException {
        SmallHouse house = new SmallHouse(folder, folder.resolve("house"), true);
        for (String module :
                List.of("evidence", "core", "knowledge", "exchange", "cli", "clinic")) {
            Files.createDirectories(house.file(module + "/src/main/java"));
            Files.writeString(house.file(module + "/pom.xml"), "<project/>");
        }
        Files.writeString(house.file("core/src/main/java/Core.java"), "class Core {}");
        Files.writeString(house.file("pom.xml"), "<project>\n  <version>9.8.7</version>\n");
        Files.copy(House.ROOT.resolve("evenkeel"), house.launcher());
        house.executable(house.launcher(), House.text(house.launcher()));
        Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            // A link to a file outside would make the test framework warn of each.
            house.executable(
                    folder.resolve("bin").resolve(tool),
                    "#!/bin/sh\nexec " + installed(tool) + " \"$@\"\n");
        }
        house.executable(folder.resolve("bin/mvn"), MAVEN);
        house.jdk("25.0.3");
        return house;
    }

    private static Path installed(String tool) {
        return List.of("/usr/bin", "/bin").stream()
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + tool + " on this machine"));
    }

    Path file(String name) {
        return root.resolve(name);
    }

    Path launcher() {
        return file("evenkeel");
    }

    /// Puts a JDK of this version where EVENKEEL_JAVA_HOME points.
    void jdk(String version) throws IOException {
        Path home = folder.resolve("jdk");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
        executable(home.resolve("bin/java"), JAVA);
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    }

    /// Puts its java on the PATH, as a link, and names the JDK nowhere else.
    SmallHouse withJdkOnThePathOnly() throws IOException {
        Files.createSymbolicLink(folder.resolve("bin/java"), folder.resolve("jdk/bin/java"));
        return new SmallHouse(folder, root, false);
    }

    /// Puts a program on the PATH, in place of the one of that name.
    void program(String name, String script) throws IOException {
        executable(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + script + "\n");
    }

    void without(String tool) throws IOException {
        Files.delete(folder.resolve("bin").resolve(tool));
    }

    void mavenFails(boolean fails) throws IOException {
        Path mark = folder.resolve("maven-fails");
        Files.deleteIfExists(mark);
        if (fails) {
            Files.createFile(mark);
        }
    }

    void cacheFails() throws IOException {
        Files.createFile(folder.resolve("cache-fails"));
    }

    /// How Maven was called, in order.
    List<String> mavenCalls() throws IOException {
        Path calls = folder.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    SmallHouse movedTo(String name) throws IOException {
        return new SmallHouse(folder, Files.move(root, folder.resolve(name)), namesItsJdk);
    }

    /// Calls the launcher.
    Ended call(String... arguments) {
        List<String> words = new ArrayList<>(List.of(launcher().toString()));
        words.addAll(List.of(arguments));
        return call(new Call(words, folder));
    }

    Ended call(Call call) {
        return callAtOnce(List.of(call)).getFirst();
    }

    List<Ended> callAtOnce(List<Call> calls) {
        try {
            List<Process> processes = new ArrayList<>();
            for (Call call : calls) {
                processes.add(start(call));
            }
            List<Ended> ended = new ArrayList<>();
            for (Process process : processes) {
                String output = read(process.getInputStream());
                String messages = read(process.getErrorStream());
                ended.add(new Ended(process.waitFor(), output, messages));
            }
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(Call call) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(call.words()).directory(call.from().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", folder.resolve("bin").toString());
        if (namesItsJdk) {
            environment.put("EVENKEEL_JAVA_HOME", folder.resolve("jdk").toString());
        }
        return builder.start();
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private void executable(Path file, String text) throws IOException {
        Files.writeString(file, text.replace("FOLDER", folder.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
