/// Tests of the clinic.
@NullMarked
package org.evenkeel.clinic;

import org.jspecify.annotations.NullMarked;
