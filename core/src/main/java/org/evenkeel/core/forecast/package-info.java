/// Where a patient's severity is likely to go: a state space model per patient, averaged over what
/// cannot be known beforehand.
///
/// Underlying severity is a personal level that wanders, plus a short-lived deviation, minus a
/// benefit that treatment builds up and that fades evenly or comes in spells. A score is severity
/// plus noise, rounded and cut off at the ends of the scale.
///
/// Front doors: [RelapseModel] and [PriorLearning]. What always holds: no clock, no random numbers
/// (the same course gives the same answer), and a forecast knows nothing of other patients but its
/// prior.
@NullMarked
package org.evenkeel.core.forecast;

import org.jspecify.annotations.NullMarked;
