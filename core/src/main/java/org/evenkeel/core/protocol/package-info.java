/// A treatment protocol as data: phases, dose rule, windows, interval bounds; and its expansion
/// into dated visits.
///
/// Front doors: [Protocol] and `Plan`. What always holds: no visit falls outside its window.
@NullMarked
package org.evenkeel.core.protocol;

import org.jspecify.annotations.NullMarked;
