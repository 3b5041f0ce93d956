/// Tests of the audit's chain.
@NullMarked
package org.evenkeel.clinic.audit;

import org.jspecify.annotations.NullMarked;
