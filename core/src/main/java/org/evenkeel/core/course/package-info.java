/// What happened to one pseudonymous patient: ratings and administrations by day.
///
/// Front door: [Course]. A day is a whole number: a study day, or the days since 1970-01-01 where
/// calendar dates are known. A rating on a treatment's day was given before it.
@NullMarked
package org.evenkeel.core.course;

import org.jspecify.annotations.NullMarked;
