/// Questions to servers of others.
@NullMarked
package org.evenkeel.clinic.egress;

import org.jspecify.annotations.NullMarked;
