/// How the program starts.
@NullMarked
package org.evenkeel.clinic.start;

import org.jspecify.annotations.NullMarked;
