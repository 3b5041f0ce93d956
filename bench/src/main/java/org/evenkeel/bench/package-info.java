/// Measurements of the real program and of its hot kernels, outside the default build.
///
/// Front door: [Main]. Every cohort is made up and seeded, so a figure can be measured again.
@NullMarked
package org.evenkeel.bench;

import org.jspecify.annotations.NullMarked;
