package org.evenkeel.clinic.history.web;

import org.evenkeel.clinic.content.Figure;

import java.util.List;

/// Whether a trial counts as it is typed, before anything is kept.
///
/// @param words what every rule says; empty while no ingredient can be read
/// @param figures those by which they say so
public record TypedTrial(String words, List<Figure> figures) {}
