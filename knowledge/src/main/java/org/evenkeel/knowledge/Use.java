package org.evenkeel.knowledge;

import org.evenkeel.core.units.EvidenceTag;

/// A place in a shipped content file that rests on a source.
///
/// @param kind what the file is about
/// @param file the file's id
/// @param title the file's title
/// @param place keys that lead there, such as `dose.perKg`; lists by their entries' ids
/// @param words what stands there: a figure, or a rule's sentence
/// @param unit the figure's UCUM unit; empty where it has none
/// @param tag how far it was followed to the source
/// @param citation the source as the file words it
public record Use(
        Kind kind,
        String file,
        String title,
        String place,
        String words,
        String unit,
        EvidenceTag tag,
        String citation) {}
