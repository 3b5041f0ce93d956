package org.evenkeel.clinic.keeping;

import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.keeping.internal.BackupKey;
import org.evenkeel.clinic.start.Arguments;
import org.evenkeel.clinic.start.Settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What backup and restore have in common: where the clinic is and which key is meant.
///
/// @param given the command line
/// @param environment the environment
record KeepingOptions(Arguments.Given given, Map<String, String> environment) {

    Settings settings() {
        return Settings.of(given, environment);
    }

    Path folder() {
        return settings().dataFolder(environment).toAbsolutePath().normalize();
    }

    /// Where the audit's anchors are.
    Path anchors() {
        return settings().anchors(folder());
    }

    /// The key that is named; empty where none is.
    private Optional<BackupKey> named() {
        return given.of("--key-file")
                .map(Path::of)
                .map(BackupKey::inFile)
                .or(() -> Optional.ofNullable(environment.get("EVENKEEL_BACKUP_KEY"))
                        .map(BackupKey::passphrase));
    }

    /// The key to seal with.
    BackupKey toSeal() {
        return named().or(() -> BackupKey.ofDemo(folder()))
                .orElseThrow(() -> new StartRefused("A backup is encrypted: name a file with a key"
                        + " in --key-file, or a passphrase in EVENKEEL_BACKUP_KEY."));
    }

    /// The key to open with.
    BackupKey toOpen(String kind) {
        return named().or(() -> BackupKey.ofDemo(folder()))
                .orElseThrow(() -> new StartRefused("This backup is encrypted with "
                        + switch (kind) {
                            case "passphrase" -> "a passphrase: name it in EVENKEEL_BACKUP_KEY.";
                            case "demo" ->
                                "the key of its demo: name that folder's file "
                                        + BackupKey.DEMO_FILE + " in --key-file.";
                            default -> "a key from a file: name it in --key-file.";
                        }));
    }
}
