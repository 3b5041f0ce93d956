package org.evenkeel.clinic.database.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;

/// The database passwords of one data folder, readable by its owner only.
///
/// @param superuser password of `postgres`, who makes the roles
/// @param owner password of the owner role
/// @param application password of the application's role
record SecretsFile(String superuser, String owner, String application) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    /// Reads the file, or writes one with fresh passwords.
    static SecretsFile readOrCreate(Path file) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        SecretsFile fresh = new SecretsFile(password(), password(), password());
        fresh.write(file);
        return fresh;
    }

    private static SecretsFile read(Path file) throws IOException {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            entries.load(reader);
        }
        List<String> values = List.of("superuser", "owner", "application").stream()
                .map(name -> entries.getProperty(name, ""))
                .toList();
        if (values.contains("")) {
            throw new IOException("a password is missing in " + file);
        }
        return new SecretsFile(values.get(0), values.get(1), values.get(2));
    }

    /// Written aside, forced to disk and renamed, so that a power cut leaves the old file or the
    /// new one.
    private void write(Path file) throws IOException {
        Properties entries = new Properties();
        entries.setProperty("superuser", superuser);
        entries.setProperty("owner", owner);
        entries.setProperty("application", application);
        StringWriter text = new StringWriter();
        entries.store(text, "Passwords of the embedded database. Keep them to yourself.");
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(aside);
        try (FileChannel channel = FileChannel.open(
                aside,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(file.toAbsolutePath().resolveSibling("."));
    }

    /// Makes a rename inside the folder survive a power cut.
    static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SecretsFile";
    }
}
