/// What stands behind the front doors: cookies, tables, settings.
@NullMarked
package org.evenkeel.clinic.identity.internal;

import org.jspecify.annotations.NullMarked;
