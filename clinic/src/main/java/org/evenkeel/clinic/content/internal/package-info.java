/// Where the clinic's content comes from.
@NullMarked
package org.evenkeel.clinic.content.internal;

import org.jspecify.annotations.NullMarked;
