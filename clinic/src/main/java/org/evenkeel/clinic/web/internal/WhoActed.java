package org.evenkeel.clinic.web.internal;

import org.evenkeel.clinic.audit.Actor;

import java.util.Map;
import java.util.UUID;

/// What an actor of the audit is called.
final class WhoActed {
    private WhoActed() {}

    /// A person's name, and no patient's: beside an id it would say whose record that is. A job has
    /// the clinic's id in place of a person's, and who runs a command
    /// on the server is nobody of the clinic.
    static String name(Actor actor, Map<UUID, String> names) {
        if (actor.role().equals("operator")) {
            return "who runs the server";
        }
        if (actor.role().equals("patient")) {
            return "a patient";
        }
        return actor.personId().equals(actor.clinicId())
                ? "Evenkeel"
                : names.getOrDefault(actor.personId(), actor.personId().toString());
    }
}
