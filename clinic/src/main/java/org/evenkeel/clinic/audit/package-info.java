/// Who did and saw what, and which commands were already carried out.
///
/// Front door: [Audit]. What always holds: a row is written in the transaction of the act it tells
/// of, and none is ever changed.
@NullMarked
@ApplicationModule(displayName = "Audit", allowedDependencies = "digest")
package org.evenkeel.clinic.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
