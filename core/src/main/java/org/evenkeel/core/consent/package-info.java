/// What a patient agrees to: the text, whether it was understood, what was chosen, and whether a
/// consent holds for a treatment.
///
/// Front doors: [ConsentText], [TeachBack] and [Consents]. What always holds: who never agreed, or
/// took it back, has not agreed; what a later day, text, route or risk changed is asked again.
@NullMarked
package org.evenkeel.core.consent;

import org.jspecify.annotations.NullMarked;
