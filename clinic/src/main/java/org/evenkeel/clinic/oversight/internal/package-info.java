/// Telling those who must know.
@NullMarked
package org.evenkeel.clinic.oversight.internal;

import org.jspecify.annotations.NullMarked;
