package org.evenkeel.clinic.keeping.internal;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.evenkeel.clinic.database.KeyFile;
import org.evenkeel.clinic.database.StartRefused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// What a backup is sealed with: a key from a file, or a passphrase.
public sealed interface BackupKey {
    /// Length of a key.
    int KEY_BYTES = KeyFile.KEY_BYTES;

    /// Fewest characters of a passphrase.
    int SHORTEST_PASSPHRASE = 12;

    /// The key of a demo lies in its data folder under this name.
    String DEMO_FILE = "backup.key";

    /// A key that was made by chance.
    ///
    /// @param base64 the key
    /// @param ofDemo whether it lies in a demo's own folder
    record Random(String base64, boolean ofDemo) implements BackupKey {
        public Random {
            if (bytesOf(base64).length != KEY_BYTES) {
                throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
            }
        }

        @Override
        public String toString() {
            return "Random key";
        }
    }

    /// Words that a person remembers or a safe keeps.
    ///
    /// @param words the words
    record Passphrase(String words) implements BackupKey {
        @Override
        public String toString() {
            return "Passphrase";
        }
    }

    /// The 32 bytes that seal.
    ///
    /// @param salt of this one backup
    /// @param cost what turning a passphrase into a key costs
    default byte[] bytes(byte[] salt, Cost cost) {
        return switch (this) {
            case Random(String base64, boolean _) -> bytesOf(base64);
            case Passphrase(String words) -> cost.stretch(words, salt);
        };
    }

    /// How a file names the kind.
    default String kind() {
        return switch (this) {
            case Random(String _, boolean ofDemo) -> ofDemo ? "demo" : "file";
            case Passphrase _ -> "passphrase";
        };
    }

    /// What Argon2id costs.
    ///
    /// @param memoryKib memory in KiB
    /// @param passes times over the memory
    record Cost(int memoryKib, int passes) {
        /// About a third of a second; the dear part for somebody who guesses is the memory.
        static final Cost USUAL = new Cost(65_536, 3);

        private static final int MOST_MEMORY_KIB = 1_048_576;
        private static final int MOST_PASSES = 100;

        public Cost {
            if (memoryKib < 8
                    || memoryKib > MOST_MEMORY_KIB
                    || passes < 1
                    || passes > MOST_PASSES) {
                throw new IllegalArgumentException(
                        "memory " + memoryKib + " KiB and " + passes + " passes are out of bounds");
            }
        }

        private byte[] stretch(String words, byte[] salt) {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withSalt(salt)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(1)
                    .build());
            byte[] key = new byte[KEY_BYTES];
            generator.generateBytes(words.getBytes(StandardCharsets.UTF_8), key);
            return key;
        }
    }

    /// The key in a file: 32 bytes in base64.
    ///
    /// @throws StartRefused where there is none or others may read it
    static BackupKey inFile(Path file) {
        return read(file, false);
    }

    /// The key a demo's folder carries, if it does.
    static Optional<BackupKey> ofDemo(Path folder) {
        Path file = folder.resolve(DEMO_FILE);
        return Files.exists(file) ? Optional.of(read(file, true)) : Optional.empty();
    }

    /// Gives a demo's folder a key where it has none.
    static void makeForDemo(Path folder) {
        KeyFile.makeWhereMissing(folder.resolve(DEMO_FILE));
    }

    /// A passphrase.
    ///
    /// @throws StartRefused where it is short
    static BackupKey passphrase(String words) {
        if (words.length() < SHORTEST_PASSPHRASE) {
            throw new StartRefused("EVENKEEL_BACKUP_KEY has " + words.length()
                    + " characters; at least " + SHORTEST_PASSPHRASE + " are needed.");
        }
        return new Passphrase(words);
    }

    private static BackupKey read(Path file, boolean ofDemo) {
        return new Random(Base64.getEncoder().encodeToString(KeyFile.read(file)), ofDemo);
    }

    private static byte[] bytesOf(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
