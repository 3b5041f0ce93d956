/// Clinical content as cited, versioned files, and the strict loader that turns them into core
/// records.
///
/// Front door: [Catalogue], and [ContentFile] for files from elsewhere. What always holds: every
/// number has a unit, an evidence tag and a source; an unknown key, a missing one or a wrong type
/// is a problem with its place, and a file with a problem is not used at all.
@NullMarked
package org.evenkeel.knowledge;

import org.jspecify.annotations.NullMarked;
