/// The backup file.
@NullMarked
package org.evenkeel.clinic.keeping.internal;

import org.jspecify.annotations.NullMarked;
