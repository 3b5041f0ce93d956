/// Tests of courses.
@NullMarked
package org.evenkeel.core.course;

import org.jspecify.annotations.NullMarked;
