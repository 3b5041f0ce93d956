/// Virtual patients whose truth is known, under laws that are deliberately not the forecast's
/// own model: for tests of the forecast, for trials in silico and for the demonstration
/// clinic.
///
/// Front doors: [VirtualPatient] and [World]. What always holds: same seed, same patient;
/// nothing here is evidence about real people.
@NullMarked
package org.evenkeel.core.insilico;

import org.jspecify.annotations.NullMarked;
