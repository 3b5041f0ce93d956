/// Quantities as types, so that a milligram cannot be read as a kilogram, and numbers that carry
/// where they come from.
///
/// Front doors: the unit records and [Cited]. Amounts keep the decimal digits they were recorded
/// with; models turn them into `double` at their own door.
@NullMarked
package org.evenkeel.core.units;

import org.jspecify.annotations.NullMarked;
