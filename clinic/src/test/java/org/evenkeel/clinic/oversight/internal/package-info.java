/// Doors for tests.
@NullMarked
package org.evenkeel.clinic.oversight.internal;

import org.jspecify.annotations.NullMarked;
