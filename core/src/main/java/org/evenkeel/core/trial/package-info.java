/// Trials in silico: virtual patients under competing maintenance policies, one decision a
/// week, and what came of it.
///
/// Front doors: [Trial], which lives the patients, and [Comparison], which turns their
/// tallies into figures. What always holds: a patient meets the same days, slips and missing
/// answers under every policy; the same seed gives the same tallies in any order of work;
/// nothing here is evidence about real people.
@NullMarked
package org.evenkeel.core.trial;

import org.jspecify.annotations.NullMarked;
