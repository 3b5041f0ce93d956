/// Whether somebody may be treated by a rule pack, with the datum and the source behind each
/// answer.
///
/// Front door: [Screening]. What always holds: a rule whose condition is unknown is open, and with
/// an open or raised rule that blocks nobody is eligible.
@NullMarked
package org.evenkeel.core.eligibility;

import org.jspecify.annotations.NullMarked;
