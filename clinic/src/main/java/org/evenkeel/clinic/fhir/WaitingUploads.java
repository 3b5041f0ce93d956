package org.evenkeel.clinic.fhir;

import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Uploads between preview and confirmation, in memory only: one a person, the oldest forgotten
/// first when there are too many. Whoever comes too late sends the file again.
@Component
class WaitingUploads {
    private static final int MOST = 8;

    private final Map<UUID, Upload> byPerson = new LinkedHashMap<>();
    private final InstantSource clock;

    WaitingUploads(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void keep(Upload upload) {
        forgetOld();
        byPerson.remove(upload.personId());
        while (byPerson.size() >= MOST) {
            byPerson.remove(byPerson.keySet().iterator().next());
        }
        byPerson.put(upload.personId(), upload);
    }

    synchronized Optional<Upload> find(UUID personId, UUID id) {
        forgetOld();
        return Optional.ofNullable(byPerson.get(personId))
                .filter(upload -> upload.id().equals(id));
    }

    synchronized void forget(UUID personId, UUID id) {
        byPerson.computeIfPresent(personId, (_, upload) -> upload.id().equals(id) ? null : upload);
    }

    private void forgetOld() {
        byPerson.values().removeIf(upload -> !clock.instant().isBefore(upload.until()));
    }
}
