/// Pages on who patients are.
@NullMarked
package org.evenkeel.clinic.patient.web;

import org.jspecify.annotations.NullMarked;
