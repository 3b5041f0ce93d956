/// The form that records a treatment given.
@NullMarked
package org.evenkeel.clinic.treatment.web;

import org.jspecify.annotations.NullMarked;
