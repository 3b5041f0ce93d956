package org.evenkeel.clinic.protocols;

import org.evenkeel.core.protocol.ProtocolId;

import java.util.UUID;

/// One version of a protocol, as the clinic has it.
///
/// @param id its id here
/// @param protocol the protocol's id
/// @param version its version
/// @param origin who publishes it
/// @param life where it stands
/// @param saved which saved text it is, from 1; always 1 for what shipped
/// @param text the content file
/// @param sha256 hash of the text in hexadecimal
public record Edition(
        UUID id,
        ProtocolId protocol,
        String version,
        Origin origin,
        Life life,
        int saved,
        String text,
        String sha256) {

    /// Who publishes a protocol.
    public enum Origin {
        /// it came with the program
        SHIPPED,
        /// the clinic's own
        OWN
    }

    /// Whether it is the clinic's own.
    public boolean isOwn() {
        return origin == Origin.OWN;
    }
}
