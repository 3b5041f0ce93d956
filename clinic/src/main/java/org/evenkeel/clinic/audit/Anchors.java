package org.evenkeel.clinic.audit;

import org.evenkeel.clinic.audit.Anchor.Occasion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps heads of clinics' chains in the anchor file, and knows the latest of each.
@Service
public class Anchors {
    private final AnchorFile file;
    private final InstantSource clock;
    private final Map<UUID, Anchor> latest = new ConcurrentHashMap<>();

    Anchors(@Value("${evenkeel.audit.anchors}") Path folder, InstantSource clock)
            throws IOException {
        this.file = new AnchorFile(folder);
        this.clock = clock;
        file.read().anchors().forEach(anchor -> latest.put(anchor.clinicId(), anchor));
    }

    /// The latest anchor of a clinic.
    public Optional<Anchor> latest(UUID clinicId) {
        return Optional.ofNullable(latest.get(clinicId));
    }

    /// Keeps those heads that moved since they were kept last.
    public void keep(Map<UUID, Head> heads, Occasion occasion) throws IOException {
        Instant now = clock.instant();
        List<Anchor> moved = heads.entrySet().stream()
                .map(each -> new Anchor(now, each.getKey(), each.getValue(), occasion))
                .filter(each -> latest(each.clinicId())
                        .filter(before -> before.head().equals(each.head()))
                        .isEmpty())
                .toList();
        if (!moved.isEmpty()) {
            file.append(moved);
            moved.forEach(anchor -> latest.put(anchor.clinicId(), anchor));
        }
    }
}
