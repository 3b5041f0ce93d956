package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentText;
import org.evenkeel.knowledge.Part;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/// Texts taken apart for pages.
final class Texts {
    private Texts() {}

    /// What was saved can be taken apart; an empty tree stands for what never should have been.
    static Part tree(Edition edition) {
        return parse(edition.text()) instanceof Content.Loaded<Part>(Part tree)
                ? tree
                : new Part.Keys(new LinkedHashMap<>());
    }

    static Content<Part> parse(String text) {
        return ContentText.parse("protocol.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
