/// Pages of the signed plan.
@NullMarked
package org.evenkeel.clinic.prescribing.web;

import org.jspecify.annotations.NullMarked;
