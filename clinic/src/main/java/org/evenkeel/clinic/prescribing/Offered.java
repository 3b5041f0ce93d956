package org.evenkeel.clinic.prescribing;

import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The protocols a clinic puts patients on: the only place this module looks them up.
@Component
class Offered {
    private final Protocols protocols;

    Offered(Protocols protocols) {
        this.protocols = protocols;
    }

    /// Those that may be chosen.
    List<Protocol> of(UUID clinicId) {
        return protocols.enrolling(clinicId);
    }

    /// One that may be chosen; empty also for one that is for reference only.
    Optional<Protocol> find(UUID clinicId, ProtocolId id) {
        return of(clinicId).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// The digest of all that stands in a protocol.
    static String digest(Protocol protocol) {
        return Sha256.hex(protocol.toString());
    }
}
