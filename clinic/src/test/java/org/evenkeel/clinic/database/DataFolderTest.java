package org.evenkeel.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/// Nobody else takes, and so clears away, the folder of a program that runs.
class DataFolderTest {

    @Test
    void lookingForAbandonedFoldersDoesNotGiveUpOnesOwn() throws Exception {
        DataFolder own = DataFolder.throwaway();
        try (own) {
            for (DataFolder left : DataFolder.abandoned()) {
                assertThat(left.path()).isNotEqualTo(own.path());
                EmbeddedPostgres.stopLeftover(left);
                left.close();
            }
            assertThatThrownBy(() -> DataFolder.durable(own.path()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is using the data folder");

            assertThat(anotherProcessGets(own.path())).isFalse();
        }
        assertThat(Files.exists(own.path())).isFalse();
    }

    @Test
    void aFolderOnceClosedIsNotClearedAgain() throws Exception {
        DataFolder first = DataFolder.throwaway();
        first.close();
        try (DataFolder second = DataFolder.durable(first.path())) {
            first.close();

            assertThat(Files.exists(second.path())).isTrue();
        }
        DataFolder.delete(first.path());
    }

    @Test
    void aFolderSomebodyElseCouldHavePlantedIsLeftAlone() throws Exception {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        Path open = Files.createTempDirectory(parent, "evenkeel-demo-");
        Files.createFile(open.resolve("lock"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path aim = Files.createTempDirectory(parent, "evenkeel-aim-");
        Files.createFile(aim.resolve("lock"));
        Path link =
                Files.createSymbolicLink(parent.resolve("evenkeel-demo-" + aim.hashCode()), aim);
        try {
            for (DataFolder left : DataFolder.abandoned()) {
                assertThat(left.path()).isNotIn(open, link, aim);
                EmbeddedPostgres.stopLeftover(left);
                left.close();
            }
            assertThat(aim.resolve("lock")).exists();
        } finally {
            Files.delete(link);
            DataFolder.delete(aim);
            DataFolder.delete(open);
        }
    }

    private static boolean anotherProcessGets(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        folder.resolve("lock").toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String told = new String(process.getInputStream().readAllBytes());
        assertThat(told).isIn("taken", "free");
        return told.equals("free");
    }

    /// Another program that would have the folder.
    static final class Taker {
        private Taker() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel file =
                    FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.out.print(file.tryLock() == null ? "taken" : "free");
            }
        }
    }
}
