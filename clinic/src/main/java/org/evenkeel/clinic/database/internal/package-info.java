/// How PostgreSQL is unpacked, started, watched and stopped.
@NullMarked
package org.evenkeel.clinic.database.internal;

import org.jspecify.annotations.NullMarked;
