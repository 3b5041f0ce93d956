/// Pages of consent: for staff who put a text before a patient, and for patients themselves.
@NullMarked
package org.evenkeel.clinic.consent.web;

import org.jspecify.annotations.NullMarked;
