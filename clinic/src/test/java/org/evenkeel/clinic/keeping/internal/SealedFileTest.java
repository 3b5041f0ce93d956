package org.evenkeel.clinic.keeping.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

class SealedFileTest {
    private static final long SEED = 20_261_122;
    private static final int LENGTH = 3_000_000;
    private static final int ALTERATIONS = 60;
    private static final BackupKey KEY = key(1);

    @TempDir
    Path temporary;

    /// HZ-39.
    @Test
    void whatWasSealedComesBackByItsKeyAndPassphraseAlone() throws IOException {
        byte[] plain = plain();
        BackupKey words = new BackupKey.Passphrase("correct horse battery");
        for (BackupKey key : new BackupKey[] {KEY, words}) {
            byte[] sealed = sealed(plain, key);
            assertThat(opened(sealed, key)).isEqualTo(plain);
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                    .doesNotContain("evenkeel's");
            for (BackupKey other :
                    new BackupKey[] {key(2), new BackupKey.Passphrase("wrong horse battery")}) {
                assertThatThrownBy(() -> opened(sealed, other))
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("key does not open");
            }
        }
        assertThat(sealed(plain, KEY)).isNotEqualTo(sealed(plain, KEY));
    }

    /// HZ-39.
    @Test
    void anyChangeAndAnyCutIsFound() throws IOException {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        byte[] sealed = sealed(plain(), KEY);
        for (int round = 0; round < ALTERATIONS; round++) {
            byte[] altered = sealed.clone();
            int at = random.nextInt(altered.length);
            altered[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> opened(altered, KEY)).as("bit at %d", at).isNotNull();

            int length = random.nextInt(sealed.length);
            assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, length), KEY))
                    .as("cut to %d", length)
                    .isNotNull();
        }
    }

    @Test
    void segmentsSwappedOrCutAtTheirEdgeAreFound() throws IOException {
        byte[] sealed = sealed(plain(), KEY);
        int segment = 1 << 20;
        int head = headLength(sealed);
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, head + segment, swapped, head + 2 * segment, 1000);
        assertThatThrownBy(() -> opened(swapped, KEY)).isInstanceOf(IOException.class);
        for (int whole = 1; whole < 3; whole++) {
            byte[] cut = Arrays.copyOf(sealed, head + whole * segment);
            assertThatThrownBy(() -> opened(cut, KEY)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anotherKindOfFileAndANewerOneAreSaidInASentence() {
        assertThatThrownBy(() -> opened("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), KEY))
                .isInstanceOf(StartRefused.class)
                .hasMessage("This file is not a backup of Evenkeel.");
        assertThatThrownBy(() ->
                        opened("evenkeel-backup 2\n{}\n".getBytes(StandardCharsets.UTF_8), KEY))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("newer Evenkeel (format 2");
    }

    @Test
    void aKeyFileIsForItsOwnerAndHoldsAKey() throws IOException {
        Path file = Files.writeString(temporary.resolve("key"), "c2hvcnQ=\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> BackupKey.inFile(file)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> BackupKey.inFile(file)).hasMessageContaining("32 random bytes");
        assertThatThrownBy(() -> BackupKey.inFile(file.resolveSibling("none")))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> BackupKey.passphrase("too short"))
                .hasMessageContaining("at least 12")
                .message()
                .doesNotContain("too short");
    }

    private static int headLength(byte[] sealed) {
        int lines = 0;
        int at = 0;
        while (lines < 2) {
            lines += sealed[at++] == '\n' ? 1 : 0;
        }
        return at;
    }

    private static byte[] plain() {
        byte[] plain = new byte[LENGTH];
        new Random(SEED).nextBytes(plain);
        byte[] words = "evenkeel's".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(words, 0, plain, 5, words.length);
        return plain;
    }

    private static BackupKey key(int fill) {
        byte[] bytes = new byte[BackupKey.KEY_BYTES];
        Arrays.fill(bytes, (byte) fill);
        return new BackupKey.Random(Base64.getEncoder().encodeToString(bytes), false);
    }

    private static byte[] sealed(byte[] plain, BackupKey key) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStream sealing = SealedFile.write(file, key)) {
            sealing.write(plain);
        }
        return file.toByteArray();
    }

    private static byte[] opened(byte[] file, BackupKey key) throws IOException {
        try (InputStream plain = SealedFile.read(new ByteArrayInputStream(file), _ -> key)) {
            return plain.readAllBytes();
        }
    }
}
