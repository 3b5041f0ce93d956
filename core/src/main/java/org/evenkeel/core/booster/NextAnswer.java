package org.evenkeel.core.booster;

/// What would be proposed if the next questionnaire came out in some way.
///
/// @param day the day it is answered
/// @param points points above the expected score; below 0 is better
/// @param score the score
/// @param proposal what would then be proposed
public record NextAnswer(int day, int points, int score, BoosterProposal proposal) {}
