package org.evenkeel.clinic.protocols;

import org.evenkeel.clinic.protocols.internal.EditionRows;
import org.evenkeel.clinic.protocols.internal.ShippedTexts;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The one lookup of protocols for all of the clinic: what shipped, and the clinic's own.
@Service
public class Protocols {
    /// Ids of a clinic's own protocols begin with this, so that none is ever taken for a shipped
    /// one.
    public static final String OWN = "own.";

    private static final int REMEMBERED = 300;

    private final ShippedTexts shipped;
    private final EditionRows rows;
    /// What a text says never changes, so it is read once.
    private final Map<String, Content<Protocol>> read = new ConcurrentHashMap<>();
    /// Texts that patients may be on, by clinic and name: they never change either.
    private final Map<String, Protocol> treating = new ConcurrentHashMap<>();

    Protocols(ShippedTexts shipped, EditionRows rows) {
        this.shipped = shipped;
        this.rows = rows;
    }

    /// The protocol a patient of a clinic is on, in the version they are on; empty where the clinic
    /// has none such that ever was published.
    @Transactional(readOnly = true)
    public Optional<Protocol> find(UUID clinicId, ProtocolId id, String version) {
        String key = clinicId + " " + id + " " + version;
        Protocol known = treating.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Protocol> found = edition(clinicId, id, version)
                .filter(edition -> edition.life().treats())
                .flatMap(this::protocol);
        forgetMany(treating);
        found.ifPresent(protocol -> treating.put(key, protocol));
        return found;
    }

    /// The latest published version of a protocol; empty where there is none (any more).
    @Transactional(readOnly = true)
    public Optional<Protocol> latest(UUID clinicId, ProtocolId id) {
        return offered(clinicId).stream()
                .filter(edition -> edition.protocol().equals(id))
                .findFirst()
                .flatMap(this::protocol);
    }

    /// A version, or where it is not known (any more) the latest one of the same protocol.
    @Transactional(readOnly = true)
    public Optional<Protocol> findOrLatest(UUID clinicId, ProtocolId id, String version) {
        return find(clinicId, id, version).or(() -> latest(clinicId, id));
    }

    /// Protocols that patients may be put on now, each in its latest version.
    @Transactional(readOnly = true)
    public List<Protocol> enrolling(UUID clinicId) {
        return offered(clinicId).stream()
                .flatMap(edition -> protocol(edition).stream())
                .filter(Protocol::mayEnrol)
                .toList();
    }

    /// The latest published version of every protocol, also of those for reference.
    @Transactional(readOnly = true)
    public List<Protocol> published(UUID clinicId) {
        return offered(clinicId).stream()
                .flatMap(edition -> protocol(edition).stream())
                .toList();
    }

    /// Every edition of a clinic: what ships now, then its own, the newest first.
    @Transactional(readOnly = true)
    public List<Edition> editions(UUID clinicId) {
        return Stream.concat(shipped.current().stream(), rows.of(clinicId).stream())
                .toList();
    }

    /// An edition by its id here.
    @Transactional(readOnly = true)
    public Optional<Edition> edition(UUID clinicId, UUID id) {
        return shipped.find(id).or(() -> rows.find(clinicId, id));
    }

    /// An edition by its name.
    @Transactional(readOnly = true)
    public Optional<Edition> edition(UUID clinicId, ProtocolId id, String version) {
        return id.value().startsWith(OWN)
                ? rows.find(clinicId, id, version)
                : shipped.find(id, version);
    }

    /// What an edition says; empty where it is a draft that cannot be read yet.
    public Optional<Protocol> protocol(Edition edition) {
        return switch (content(edition.text())) {
            case Content.Loaded<Protocol>(Protocol protocol) -> Optional.of(protocol);
            case Content.Wrong<Protocol> _ -> Optional.empty();
        };
    }

    /// Reads a text through the same strict loader that reads what ships.
    public Content<Protocol> content(String text) {
        forgetMany(read);
        return read.computeIfAbsent(
                text,
                each -> ContentFile.protocol(
                        "protocol.yaml", each.getBytes(StandardCharsets.UTF_8)));
    }

    /// Whether patients may be put on what an edition says, now.
    public boolean enrols(Edition edition) {
        return edition.life().enrols()
                && protocol(edition).filter(Protocol::mayEnrol).isPresent();
    }

    private List<Edition> offered(UUID clinicId) {
        Map<ProtocolId, Edition> latest = new LinkedHashMap<>();
        editions(clinicId).stream()
                .filter(edition -> edition.life().enrols())
                .forEach(edition -> latest.putIfAbsent(edition.protocol(), edition));
        return List.copyOf(latest.values());
    }

    private static void forgetMany(Map<?, ?> remembered) {
        if (remembered.size() > REMEMBERED) {
            remembered.clear();
        }
    }
}
