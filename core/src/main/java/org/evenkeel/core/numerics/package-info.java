/// Number work shared by the models: the normal law, evenly spread points, integrals of decay,
/// order statistics.
///
/// Front doors: [Normal], [SpreadPoints], [Decay] and [Selection]. The only room that names
/// Hipparchus. Nothing here hangs on a seed that changes.
@NullMarked
package org.evenkeel.core.numerics;

import org.jspecify.annotations.NullMarked;
