package org.evenkeel.clinic.sources.web;

import java.util.List;

/// The sources, as a picture by design and size and as a list.
///
/// @param topics what they can be narrowed to by what they are about
/// @param grades what they can be narrowed to by our grade
/// @param used whether only those are shown on which something rests here
/// @param ticks sizes marked in the picture
/// @param groups a row of the picture and a part of the list for each design
/// @param shown how many are shown
/// @param all how many there are
public record SourcesPage(
        List<Choice> topics,
        List<Choice> grades,
        boolean used,
        List<Tick> ticks,
        List<Group> groups,
        int shown,
        int all) {

    /// So few that the list stands open.
    public static final int FEW = 24;

    /// Something the list can be narrowed to.
    public record Choice(String value, String words, boolean chosen) {}

    /// A size that the picture marks.
    ///
    /// @param at where, in percent of the picture's width
    public record Tick(String words, String at) {}

    /// The sources of one design.
    ///
    /// @param height of its row in the picture, in pixels
    public record Group(String design, int height, List<Dot> dots, List<Row> rows) {}

    /// A source in the picture.
    ///
    /// @param x where, in percent of the picture's width
    /// @param y where, in pixels
    /// @param grade class of its colour
    /// @param seen whether we have seen the source itself
    /// @param words its name and size
    public record Dot(String id, String x, int y, String grade, boolean seen, String words) {}

    /// A source in the list.
    ///
    /// @param people how many, in words; empty where that has no meaning
    /// @param first the first thing it showed
    /// @param uses how many places here rest on it, in words
    public record Row(
            String id, String title, String people, String grade, String first, String uses) {}
}
