/// The wall in front of every route.
@NullMarked
package org.evenkeel.clinic.access.internal;

import org.jspecify.annotations.NullMarked;
