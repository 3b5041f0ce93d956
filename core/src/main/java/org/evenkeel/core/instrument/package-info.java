/// Questionnaires and rating scales as data: range, items, bands, and the one place where
/// response, remission, relapse and reliable change are defined.
///
/// Front doors: [Instrument] and `Scoring`. Wording is held only where the licence allows it.
@NullMarked
package org.evenkeel.core.instrument;

import org.jspecify.annotations.NullMarked;
