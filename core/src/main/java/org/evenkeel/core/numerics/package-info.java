/// Number work shared by the models: the normal law and evenly spread points.
///
/// Front doors: [Normal] and [SpreadPoints]. The only room that names Hipparchus. Nothing here
/// draws a random number.
@NullMarked
package org.evenkeel.core.numerics;

import org.jspecify.annotations.NullMarked;
