/// Conditions on what is known of a patient: a closed vocabulary that content files choose from and
/// parameterise, and its evaluation in three values.
///
/// Front doors: [Condition] and [Evaluation]. What always holds: what is not known never counts as
/// met, nor as not met.
@NullMarked
package org.evenkeel.core.condition;

import org.jspecify.annotations.NullMarked;
