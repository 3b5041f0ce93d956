package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.Edition;

/// Whose a version is and where it stands, in words.
final class ProtocolState {
    private ProtocolState() {}

    static String words(Edition edition) {
        return edition.isOwn()
                ? "our own, version " + edition.version() + ", "
                        + edition.life().words()
                : "shipped, version " + edition.version();
    }
}
