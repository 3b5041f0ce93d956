/// Backup and restore.
@NullMarked
package org.evenkeel.clinic.keeping;

import org.jspecify.annotations.NullMarked;
