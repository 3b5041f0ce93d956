/// The made-up clinic itself: its people and their patients.
@NullMarked
package org.evenkeel.clinic.demo.internal;

import org.jspecify.annotations.NullMarked;
