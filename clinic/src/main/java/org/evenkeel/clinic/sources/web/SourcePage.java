package org.evenkeel.clinic.sources.web;

import org.evenkeel.clinic.content.Figure;

import java.util.List;

/// One source.
///
/// @param design what was done
/// @param people how many were studied, in words
/// @param grade our grade, and `css` its class
/// @param followed how far we followed it
/// @param links where it can be found
/// @param showed what came out
/// @param contradicted what speaks against it
/// @param madeFrom the sources it was made from
/// @param parts what of the content rests on it
public record SourcePage(
        String title,
        String citation,
        String design,
        String people,
        String topic,
        String grade,
        String css,
        String reason,
        String followed,
        List<Link> links,
        List<Statement> showed,
        List<Dispute> contradicted,
        List<String> overstated,
        List<Link> madeFrom,
        List<Part> parts) {

    /// A way elsewhere.
    public record Link(String path, String words) {}

    /// A thing it showed.
    public record Statement(String words, boolean unverified) {}

    /// What another source says against it.
    public record Dispute(Link source, String words) {}

    /// A content file and what in it rests on the source.
    public record Part(String title, List<Place> places) {}

    /// A place in a content file.
    public record Place(String where, Figure figure) {}
}
