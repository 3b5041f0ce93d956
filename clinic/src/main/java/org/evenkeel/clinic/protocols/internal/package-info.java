/// Rows of protocols and what shipped.
@NullMarked
package org.evenkeel.clinic.protocols.internal;

import org.jspecify.annotations.NullMarked;
