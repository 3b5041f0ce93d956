/// Number work shared by the models: the normal law and evenly spread points.
///
/// Front doors: [Normal] and [SpreadPoints]. The only room that names Hipparchus. Nothing here
/// hangs on a seed that changes.
@NullMarked
package org.evenkeel.core.numerics;

import org.jspecify.annotations.NullMarked;
