/// Tests of the frame that every page stands in.
@NullMarked
package org.evenkeel.clinic.web.internal;

import org.jspecify.annotations.NullMarked;
