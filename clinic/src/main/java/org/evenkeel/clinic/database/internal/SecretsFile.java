package org.evenkeel.clinic.database.internal;

import org.evenkeel.clinic.database.SafeFile;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// Database passwords of one data folder, readable by its owner only.
///
/// @param passwords by role
record SecretsFile(Map<String, String> passwords) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    SecretsFile {
        passwords = Map.copyOf(passwords);
    }

    /// Reads the file, or writes one with fresh passwords for the roles.
    static SecretsFile readOrCreate(Path file, List<String> roles) throws IOException {
        if (Files.exists(file)) {
            return read(file, roles);
        }
        Map<String, String> fresh = new TreeMap<>();
        roles.forEach(role -> fresh.put(role, password()));
        write(file, fresh);
        return new SecretsFile(fresh);
    }

    /// The password of a role.
    String of(String role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalArgumentException("no password is kept for " + role);
        }
        return password;
    }

    private static SecretsFile read(Path file, List<String> roles) throws IOException {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            entries.load(reader);
        }
        Map<String, String> passwords = new TreeMap<>();
        for (String role : roles) {
            String password = entries.getProperty(role, "");
            if (password.isEmpty()) {
                throw new IOException("the password of " + role + " is missing in " + file);
            }
            passwords.put(role, password);
        }
        return new SecretsFile(passwords);
    }

    private static void write(Path file, Map<String, String> passwords) throws IOException {
        Properties entries = new Properties();
        entries.putAll(passwords);
        StringWriter text = new StringWriter();
        entries.store(text, "Passwords of the clinic's database. Keep them to yourself.");
        SafeFile.write(file, text.toString());
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
