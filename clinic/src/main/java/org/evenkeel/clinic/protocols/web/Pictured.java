package org.evenkeel.clinic.protocols.web;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.knowledge.Content;

import java.util.Optional;

/// The timeline of what can be read.
final class Pictured {
    private Pictured() {}

    static Optional<Timeline> of(Content<Protocol> content) {
        return content instanceof Content.Loaded<Protocol>(Protocol protocol)
                ? Optional.of(Timeline.of(protocol))
                : Optional.empty();
    }
}
