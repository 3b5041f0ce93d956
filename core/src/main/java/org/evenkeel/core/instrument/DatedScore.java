package org.evenkeel.core.instrument;

/// A total on a day.
public record DatedScore(int day, int score) {}
