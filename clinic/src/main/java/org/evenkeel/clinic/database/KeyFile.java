package org.evenkeel.clinic.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// Files with a key: 32 random bytes in base64, readable by their owner only.
public final class KeyFile {
    /// Length of a key.
    public static final int KEY_BYTES = 32;

    private KeyFile() {}

    /// The key in a file.
    ///
    /// @throws StartRefused where there is none or others may read it
    public static byte[] read(Path file) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            if (rights.contains(PosixFilePermission.OTHERS_READ)
                    || rights.contains(PosixFilePermission.GROUP_READ)) {
                throw new StartRefused(
                        "Others may read the key file " + file + ": chmod 600 " + file + ".");
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
            }
            return key;
        } catch (IOException e) {
            throw new StartRefused("The key file " + file + " cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "The key file " + file + " must hold " + KEY_BYTES
                            + " random bytes in base64, as head -c 32 /dev/urandom | base64 makes.",
                    e);
        }
    }

    /// Makes a file with a fresh key where there is none.
    ///
    /// @throws StartRefused where it cannot be written
    public static void makeWhereMissing(Path file) {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            SafeFile.write(file, Base64.getEncoder().encodeToString(key) + "\n");
        } catch (IOException e) {
            throw new StartRefused("The key file " + file + " could not be written.", e);
        }
    }
}
