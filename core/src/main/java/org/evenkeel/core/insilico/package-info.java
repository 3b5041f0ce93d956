/// Virtual patients whose truth is known, under laws that are deliberately not the forecast's own
/// model: for tests of the forecast and for the demonstration clinic.
///
/// Front doors: [VirtualPatient] and [Story]. What always holds: same seed, same patient; nothing
/// here is evidence about real people.
@NullMarked
package org.evenkeel.core.insilico;

import org.jspecify.annotations.NullMarked;
