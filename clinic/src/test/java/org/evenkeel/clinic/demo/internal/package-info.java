/// Tests of the made-up clinic.
@NullMarked
package org.evenkeel.clinic.demo.internal;

import org.jspecify.annotations.NullMarked;
