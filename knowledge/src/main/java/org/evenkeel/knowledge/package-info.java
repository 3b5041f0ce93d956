/// Clinical content as cited, versioned files, and the strict loader that turns them into core
/// records.
@NullMarked
package org.evenkeel.knowledge;

import org.jspecify.annotations.NullMarked;
