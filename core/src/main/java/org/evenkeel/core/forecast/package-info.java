/// Where a patient's severity is likely to go: a state space model per patient, exact given a few
/// non-linear parameters, which are averaged over a grid.
///
/// Underlying severity is a personal level that wanders, plus a short-lived deviation, minus a
/// benefit that each treatment builds up and that fades with the patient's own time constant. A
/// score is severity plus noise, rounded and cut off at the ends of the scale.
///
/// Front door: [RelapseModel]. What always holds: no clock, no random numbers (the same course
/// gives
/// the same answer), and nothing from another patient.
@NullMarked
package org.evenkeel.core.forecast;

import org.jspecify.annotations.NullMarked;
