/// Tests of access that need no server.
@NullMarked
package org.evenkeel.clinic.access;

import org.jspecify.annotations.NullMarked;
