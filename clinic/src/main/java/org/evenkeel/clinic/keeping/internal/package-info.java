/// The backup file and the tables in it.
@NullMarked
package org.evenkeel.clinic.keeping.internal;

import org.jspecify.annotations.NullMarked;
