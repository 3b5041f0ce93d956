package org.evenkeel.clinic.content;

import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.knowledge.Catalogue;
import org.evenkeel.knowledge.Source;

import java.util.Optional;

/// A figure as a page shows it: with its unit, how far it was followed, and the way to its source.
/// The template `sources/figure.jte` shows one.
///
/// @param words the value with its unit, for example `0.5 mg/kg`
/// @param tag how far it was followed to its source
/// @param citation the source, as its content file words it
/// @param source what we know of that source; empty where it is not one of those that ship
public record Figure(String words, EvidenceTag tag, String citation, Optional<Source> source) {

    /// A figure of a content file.
    ///
    /// @param words the value with its unit
    /// @param cited the same, with the evidence behind it
    public static Figure of(String words, Cited<?> cited) {
        return of(words, cited.tag(), cited.source());
    }

    /// A figure that is held without its [Cited].
    ///
    /// @param citation the source, as its content file words it
    public static Figure of(String words, EvidenceTag tag, String citation) {
        return new Figure(words, tag, citation, Catalogue.shipped().sources().cited(citation));
    }

    /// What must stand beside it: `S`, or that it is unverified.
    public String mark() {
        return tag.isUnverified() ? "unverified" : tag.name();
    }

    /// The mark in full, for those who hear it.
    public String inFull() {
        String followed = switch (tag) {
            case S -> "seen in the source";
            case K -> "general knowledge, the source was not opened";
            case P -> "our default, no claim of evidence";
        };
        return mark() + ", " + followed + ": " + source.map(Source::title).orElse(citation);
    }
}
