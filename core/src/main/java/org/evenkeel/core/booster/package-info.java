/// From a forecast, a protocol and findings to a proposal for the next treatment.
@NullMarked
package org.evenkeel.core.booster;

import org.jspecify.annotations.NullMarked;
