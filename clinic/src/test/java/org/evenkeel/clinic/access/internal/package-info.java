/// What a person is to a record.
@NullMarked
package org.evenkeel.clinic.access.internal;

import org.jspecify.annotations.NullMarked;
