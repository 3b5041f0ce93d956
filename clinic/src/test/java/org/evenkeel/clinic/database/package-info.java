/// Tests of the embedded PostgreSQL.
@NullMarked
package org.evenkeel.clinic.database;

import org.jspecify.annotations.NullMarked;
