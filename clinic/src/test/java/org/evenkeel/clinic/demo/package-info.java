/// Tests of the demo.
@NullMarked
package org.evenkeel.clinic.demo;

import org.jspecify.annotations.NullMarked;
