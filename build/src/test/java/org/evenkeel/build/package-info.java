/// Checks that see the whole house at once: its architecture, its tidiness, its launcher.
@NullMarked
package org.evenkeel.build;

import org.jspecify.annotations.NullMarked;
