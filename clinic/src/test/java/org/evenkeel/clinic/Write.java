package org.evenkeel.clinic;

import org.evenkeel.clinic.access.Role;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/// Something a person sent to be saved.
///
/// @param by who
/// @param path where to
/// @param form with its key
/// @param acknowledged set when the answer said that it is saved
record Write(Role by, String path, Map<String, String> form, AtomicBoolean acknowledged) {

    Write(Role by, String path, Map<String, String> form) {
        this(by, path, form, new AtomicBoolean());
    }

    UUID key() {
        return UUID.fromString(form.getOrDefault("key", ""));
    }

    boolean wasAcknowledged() {
        return acknowledged.get();
    }
}
