package org.evenkeel.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.evenkeel.build.SmallHouse.Call;
import org.evenkeel.build.SmallHouse.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The launcher with a JDK and a Maven that only write down how they were called.
class LauncherTest {
    private SmallHouse house;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        house = SmallHouse.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "21.0.9", "25", "25.0.1", "25.0.2", "25-ea", "1.8.0_392"})
    void refusesAnOlderJdkInOneSentence(String version) throws IOException {
        house.jdk(version);
        Ended ended = house.call("forecast");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.messages())
                .hasLineCount(1)
                .contains("JDK 25.0.3 or newer", version, "install");
        assertThat(house.mavenCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.10", "25.0.3.1", "25.1", "26", "26.0.1", "31.0.2"})
    void takesThisJdkOrANewerOne(String version) throws IOException {
        house.jdk(version);
        assertThat(house.call("forecast").exitCode()).isZero();
    }

    @Test
    void findsTheJdkWhoseJavaIsFirstOnThePath() throws IOException {
        SmallHouse unnamed = house.withJdkOnThePathOnly();
        assertThat(unnamed.call("forecast", "--list").output()).contains("[forecast] [--list]");
        assertThat(unnamed.mavenCalls())
                .singleElement()
                .asString()
                .startsWith(unnamed.folder().resolve("jdk").toRealPath() + " ");
    }

    @Test
    void buildsOnceAndThenStartsWithoutMaven() throws IOException {
        Ended first = house.call("forecast", "--list");
        assertThat(first.messages()).contains("evenkeel: building core (2/5)");
        assertThat(first.output()).contains("org.evenkeel.cli.Main", "[forecast] [--list]");
        Ended second = house.call("forecast", "--list");
        assertThat(second.messages()).isEmpty();
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(house.mavenCalls()).hasSize(1).first().asString().contains("-Dquick", "-pl cli");
    }

    @Test
    void passesArgumentsAndExitCodeOnUntouched() {
        Ended ended = house.call("check", "a b", "", "@c", "*", "$HOME");
        assertThat(ended.output()).contains("[check] [a b] [] [@c] [*] [$HOME]");
        assertThat(house.call("check", "exit-2").exitCode()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhenASourceIsChangedAddedOrRemoved() throws IOException {
        house.call("forecast");
        Path source = house.file("core/src/main/java/Core.java");
        Files.writeString(source, "changed");
        house.call("forecast");
        assertThat(house.mavenCalls()).hasSize(2);
        Path added = Files.writeString(source.resolveSibling("Added.java"), "new");
        house.call("forecast");
        assertThat(house.mavenCalls()).hasSize(3);
        Files.delete(added);
        house.call("forecast");
        assertThat(house.mavenCalls()).hasSize(4);
        Files.writeString(house.file("cli/pom.xml"), "changed");
        house.call("forecast");
        assertThat(house.mavenCalls()).hasSize(5);
    }

    @Test
    void leavesAloneWhatTheProgramIsNotMadeOf() throws IOException {
        house.call("forecast");
        Files.writeString(house.file("clinic/src/main/java/Clinic.java"), "changed");
        Files.writeString(house.file("README.md"), "changed");
        assertThat(house.call("forecast").messages()).isEmpty();
    }

    @Test
    void buildsAgainForAnotherJdkAndInAnotherPlace() throws IOException {
        house.call("forecast");
        house.jdk("25.0.4");
        house.call("forecast");
        assertThat(house.mavenCalls()).hasSize(2);
        SmallHouse moved = house.movedTo("else where");
        assertThat(moved.call("forecast").exitCode()).isZero();
        assertThat(moved.mavenCalls()).hasSize(3);
    }

    @Test
    void worksThroughLinksAndFromAnywhere() throws IOException {
        Path link = Files.createSymbolicLink(house.folder().resolve("link"), Path.of("again"));
        Files.createSymbolicLink(house.folder().resolve("again"), house.launcher());
        Ended ended = house.call(Call.of(link.toString(), "forecast").from(Path.of("/")));
        assertThat(ended.exitCode()).isZero();
        Ended bare = house.call(Call.of("sh", "evenkeel", "forecast").from(house.root()));
        assertThat(bare.exitCode()).isZero();
        assertThat(house.mavenCalls()).hasSize(1);
    }

    @Test
    void showsWhyABuildFailedAndTriesAgainNextTime() throws IOException {
        house.mavenFails(true);
        Ended failed = house.call("forecast");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.messages()).contains("[ERROR] Core.java: broken", "maven.log");
        house.mavenFails(false);
        assertThat(house.call("forecast").exitCode()).isZero();
        assertThat(house.mavenCalls()).hasSize(2);
    }

    @Test
    void saysInOneSentenceThatMavenIsMissing() throws IOException {
        house.without("mvn");
        Ended ended = house.call("forecast");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.messages()).hasLineCount(1).contains("install Maven 3.8 or newer");
    }

    @Test
    void saysInOneSentenceThatItMayNotWrite() throws IOException {
        Files.writeString(house.file(".evenkeel"), "a file where a folder must be");
        Ended ended = house.call("forecast");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.messages()).hasLineCount(1).contains("write permission");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void buildsOnceForManyCallsAtOnce(boolean flock) throws IOException {
        if (!flock) {
            house.without("flock");
        }
        Call call = Call.of(house.launcher().toString(), "forecast");
        List<Ended> ended = house.callAtOnce(List.of(call, call, call, call));
        assertThat(ended).allMatch(one -> one.exitCode() == 0);
        assertThat(house.mavenCalls()).hasSize(1);
    }

    @Test
    void takesOverTheLockOfABuildThatDied() throws IOException {
        house.without("flock");
        Path lock = Files.createDirectories(house.file(".evenkeel/lock.d"));
        // Above the largest process id of Linux, so nobody's.
        Files.writeString(lock.resolve("pid"), "4194305\n");
        assertThat(house.call("forecast").exitCode()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void startsWithoutACacheWhenNoneCanBeMade() throws IOException {
        house.cacheFails();
        Ended ended = house.call("forecast");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.messages()).contains("starts will be slower");
        assertThat(ended.output()).doesNotContain("AOTCache=");
    }

    @Test
    void keepsTheCopyThatRunningProgramsUseAndNoOlderOne() throws IOException {
        for (int build = 1; build <= 3; build++) {
            Files.writeString(house.file("core/src/main/java/Core.java"), "build " + build);
            house.call("forecast");
        }
        try (var copies = Files.list(house.file(".evenkeel/cli"))) {
            assertThat(copies.filter(Files::isDirectory)).hasSize(2);
        }
    }

    @Test
    void refusesAnUnknownCommandBeforeAnythingElse() throws IOException {
        house.jdk("17.0.15");
        Ended ended = house.call("fly");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.messages()).hasLineCount(1).contains("'fly'", "--help");
        assertThat(house.call().exitCode()).isEqualTo(2);
    }

    @Test
    void helpsAndNamesItsVersionWithoutAJdk() throws IOException {
        house.jdk("17.0.15");
        assertThat(house.call("--help").output()).contains("Usage: ./evenkeel COMMAND", "test");
        assertThat(house.call("--version").output()).isEqualTo("evenkeel 9.8.7\n");
        assertThat(house.call("test", "--help").output()).contains("--update", "Example:");
        assertThat(house.call("test", "--nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void testsEverythingWithMavenAndItsExitCode() throws IOException {
        house.program("chromium", "");
        house.program("sqlmap", "");
        house.program("wapiti", "");
        house.program("faketime", "");
        Ended ended = house.call("test", "--all", "--update");
        assertThat(ended.exitCode()).isZero();
        assertThat(house.mavenCalls())
                .hasSize(1)
                .first()
                .asString()
                .contains("-Devenkeel.all=true", "-Devenkeel.update=true", " verify");
        house.mavenFails(true);
        assertThat(house.call("test").exitCode()).isEqualTo(1);
    }

    @Test
    void installsDebiansChromiumForRootAndSaysSo() throws IOException {
        assumeThat(Path.of("/etc/debian_version")).exists();
        house.program("id", "echo 0");
        house.program(
                "apt-get", "echo \"$*\" >>FOLDER/apt-calls; cp FOLDER/bin/id FOLDER/bin/chromium");
        Ended ended = house.call("test");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.messages()).contains("installing Debian's package chromium");
        assertThat(house.folder().resolve("apt-calls"))
                .hasContent("update\ninstall -y --no-install-recommends chromium");
    }

    @Test
    void installsTheScannersOnceAndOnlyForAll() throws IOException {
        assumeThat(Path.of("/etc/debian_version")).exists();
        house.program("id", "echo 0");
        house.program("chromium", "");
        house.program(
                "apt-get",
                "echo \"$*\" >>FOLDER/apt-calls;"
                        + " [ $1 = update ] || cp FOLDER/bin/id FOLDER/bin/sqlmap");
        assertThat(house.call("test").exitCode()).isZero();
        assertThat(house.folder().resolve("apt-calls")).doesNotExist();
        Ended half = house.call("test", "--all");
        assertThat(half.exitCode()).isEqualTo(1);
        assertThat(half.messages())
                .hasLineCount(2)
                .contains(
                        "installing Debian's package sqlmap wapiti faketime",
                        "needs sqlmap, wapiti");
        house.program("wapiti", "");
        house.program("faketime", "");
        assertThat(house.call("test", "--all").exitCode()).isZero();
        assertThat(house.folder().resolve("apt-calls"))
                .hasContent("update\ninstall -y --no-install-recommends sqlmap wapiti faketime");
    }

    @Test
    void saysWhichScannersToInstallWhenItMayNot() throws IOException {
        house.program("id", "echo 1000");
        house.program("chromium", "");
        Ended ended = house.call("test", "--all");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.messages())
                .hasLineCount(1)
                .contains("packages sqlmap, wapiti and faketime");
        assertThat(house.mavenCalls()).isEmpty();
    }

    @Test
    void saysWhatToInstallWhenItMayNot() throws IOException {
        house.program("id", "echo 1000");
        Ended ended = house.call("test");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.messages()).hasLineCount(1).contains("package chromium");
        assertThat(house.mavenCalls()).isEmpty();
    }
}
